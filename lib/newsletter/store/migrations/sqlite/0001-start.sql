-- Kept in step with ../postgres/0001-start.sql: a test compares what both make. Times are milliseconds since the epoch.

CREATE TABLE secrets (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What only goes up: tallies, and the revision of issues.
CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO counters (name, value) VALUES
  ('signups', 0), ('confirmations', 0), ('unsubscriptions', 0), ('sent', 0), ('bounces', 0), ('unsure', 0), ('issues', 0);

CREATE TABLE leases (
  name TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE subscribers (
  id TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  -- What all ways of writing the address share.
  folded TEXT NOT NULL UNIQUE,
  paused_until INTEGER,
  stopped TEXT CHECK (stopped IN ('bounced')),
  epoch INTEGER NOT NULL,
  -- Refusals in a row.
  bounces INTEGER NOT NULL,
  joined INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX subscribers_held ON subscribers (id) WHERE stopped IS NOT NULL OR paused_until IS NOT NULL;

-- A subscription is its consent: one ends with the other.
CREATE TABLE subscriptions (
  subscriber TEXT NOT NULL REFERENCES subscribers ON DELETE CASCADE,
  newsletter TEXT NOT NULL,
  asked INTEGER NOT NULL,
  confirmed INTEGER NOT NULL,
  form TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (subscriber, newsletter)
) STRICT, WITHOUT ROWID;

CREATE INDEX subscriptions_of_newsletter ON subscriptions (newsletter, subscriber);

CREATE TABLE applications (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('sign-up', 'change')),
  address TEXT NOT NULL,
  folded TEXT NOT NULL,
  -- A list of slugs in JSON.
  newsletters TEXT NOT NULL,
  subscriber TEXT REFERENCES subscribers ON DELETE CASCADE,
  form TEXT NOT NULL,
  text TEXT NOT NULL,
  asked INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  -- 0 while nothing is decided.
  settled INTEGER NOT NULL,
  mails INTEGER NOT NULL,
  confirmed INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX applications_new ON applications (asked, id) WHERE settled = 0;
CREATE INDEX applications_of_address ON applications (folded);
CREATE INDEX applications_of_subscriber ON applications (subscriber);
CREATE INDEX applications_to_remind ON applications (asked) WHERE mails = 1 AND confirmed IS NULL;
CREATE INDEX applications_over ON applications (expires);

CREATE TABLE letters (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('confirm', 'reminder', 'known', 'change', 'changed')),
  address TEXT NOT NULL,
  folded TEXT NOT NULL,
  application TEXT REFERENCES applications ON DELETE CASCADE,
  subscriber TEXT REFERENCES subscribers ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'handed', 'sent')),
  attempt INTEGER NOT NULL,
  made INTEGER NOT NULL,
  due INTEGER NOT NULL,
  -- When the state was last changed.
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX letters_waiting ON letters (due, id) WHERE state = 'waiting';
CREATE INDEX letters_handed ON letters (at) WHERE state = 'handed';
CREATE INDEX letters_sent ON letters (at) WHERE state = 'sent';
CREATE INDEX letters_to_address ON letters (folded);
CREATE INDEX letters_of_application ON letters (application);
CREATE INDEX letters_of_subscriber ON letters (subscriber, made);

CREATE TABLE issues (
  id TEXT PRIMARY KEY,
  newsletter TEXT NOT NULL,
  date TEXT NOT NULL,
  slot INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('sending', 'sent', 'empty', 'skipped')),
  revision TEXT,
  built INTEGER NOT NULL,
  finished INTEGER,
  -- JSON.
  content TEXT,
  UNIQUE (newsletter, date)
) STRICT;

CREATE INDEX issues_by_slot ON issues (newsletter, slot);
CREATE INDEX issues_shown ON issues (newsletter, date) WHERE state IN ('sending', 'sent');
CREATE INDEX issues_sending ON issues (slot) WHERE state = 'sending';

CREATE TABLE deliveries (
  issue TEXT NOT NULL REFERENCES issues,
  -- No reference: it is looked for when the mail is about to go.
  subscriber TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'handed', 'sent', 'failed', 'dropped', 'unsure')),
  attempt INTEGER NOT NULL,
  due INTEGER NOT NULL,
  -- When the state was last changed.
  at INTEGER NOT NULL,
  reply TEXT,
  PRIMARY KEY (issue, subscriber)
) STRICT, WITHOUT ROWID;

CREATE INDEX deliveries_waiting ON deliveries (issue, due, subscriber) WHERE state = 'waiting';
CREATE INDEX deliveries_handed ON deliveries (issue, at) WHERE state = 'handed';
CREATE INDEX deliveries_unsure ON deliveries (issue) WHERE state = 'unsure';
CREATE INDEX deliveries_of_subscriber ON deliveries (subscriber);

-- What became of recipients of whom nothing else is kept any more.
CREATE TABLE forgotten (
  issue TEXT NOT NULL REFERENCES issues,
  state TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (issue, state)
) STRICT, WITHOUT ROWID;
