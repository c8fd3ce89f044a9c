-- Kept in step with ../sqlite/0001-start.sql: a test compares what both make. Times are milliseconds since the epoch.

CREATE TABLE secrets (
  name TEXT COLLATE "C" PRIMARY KEY,
  value TEXT COLLATE "C" NOT NULL
);

-- What only goes up: tallies, and the revision of issues.
CREATE TABLE counters (
  name TEXT COLLATE "C" PRIMARY KEY,
  value BIGINT NOT NULL
);

INSERT INTO counters (name, value) VALUES
  ('signups', 0), ('confirmations', 0), ('unsubscriptions', 0), ('sent', 0), ('bounces', 0), ('unsure', 0), ('issues', 0);

CREATE TABLE leases (
  name TEXT COLLATE "C" PRIMARY KEY,
  holder TEXT COLLATE "C" NOT NULL,
  until BIGINT NOT NULL
);

CREATE TABLE subscribers (
  id TEXT COLLATE "C" PRIMARY KEY,
  address TEXT COLLATE "C" NOT NULL,
  -- What all ways of writing the address share.
  folded TEXT COLLATE "C" NOT NULL UNIQUE,
  paused_until BIGINT,
  stopped TEXT COLLATE "C" CHECK (stopped IN ('bounced')),
  epoch BIGINT NOT NULL,
  -- Refusals in a row.
  bounces BIGINT NOT NULL,
  joined BIGINT NOT NULL
);

CREATE INDEX subscribers_held ON subscribers (id) WHERE stopped IS NOT NULL OR paused_until IS NOT NULL;

-- A subscription is its consent: one ends with the other.
CREATE TABLE subscriptions (
  subscriber TEXT COLLATE "C" NOT NULL REFERENCES subscribers ON DELETE CASCADE,
  newsletter TEXT COLLATE "C" NOT NULL,
  asked BIGINT NOT NULL,
  confirmed BIGINT NOT NULL,
  form TEXT COLLATE "C" NOT NULL,
  text TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (subscriber, newsletter)
);

CREATE INDEX subscriptions_of_newsletter ON subscriptions (newsletter, subscriber);

CREATE TABLE applications (
  id TEXT COLLATE "C" PRIMARY KEY,
  kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('sign-up', 'change')),
  address TEXT COLLATE "C" NOT NULL,
  folded TEXT COLLATE "C" NOT NULL,
  -- A list of slugs in JSON.
  newsletters TEXT COLLATE "C" NOT NULL,
  subscriber TEXT COLLATE "C" REFERENCES subscribers ON DELETE CASCADE,
  form TEXT COLLATE "C" NOT NULL,
  text TEXT COLLATE "C" NOT NULL,
  asked BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  -- 0 while nothing is decided.
  settled BIGINT NOT NULL,
  mails BIGINT NOT NULL,
  confirmed BIGINT
);

CREATE INDEX applications_new ON applications (asked, id) WHERE settled = 0;
CREATE INDEX applications_of_address ON applications (folded);
CREATE INDEX applications_of_subscriber ON applications (subscriber);
CREATE INDEX applications_to_remind ON applications (asked) WHERE mails = 1 AND confirmed IS NULL;
CREATE INDEX applications_over ON applications (expires);

CREATE TABLE letters (
  id TEXT COLLATE "C" PRIMARY KEY,
  kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('confirm', 'reminder', 'known', 'change', 'changed')),
  address TEXT COLLATE "C" NOT NULL,
  folded TEXT COLLATE "C" NOT NULL,
  application TEXT COLLATE "C" REFERENCES applications ON DELETE CASCADE,
  subscriber TEXT COLLATE "C" REFERENCES subscribers ON DELETE CASCADE,
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'handed', 'sent')),
  attempt BIGINT NOT NULL,
  made BIGINT NOT NULL,
  due BIGINT NOT NULL,
  -- When the state was last changed.
  at BIGINT NOT NULL
);

CREATE INDEX letters_waiting ON letters (due, id) WHERE state = 'waiting';
CREATE INDEX letters_handed ON letters (at) WHERE state = 'handed';
CREATE INDEX letters_sent ON letters (at) WHERE state = 'sent';
CREATE INDEX letters_to_address ON letters (folded);
CREATE INDEX letters_of_application ON letters (application);
CREATE INDEX letters_of_subscriber ON letters (subscriber, made);

CREATE TABLE issues (
  id TEXT COLLATE "C" PRIMARY KEY,
  newsletter TEXT COLLATE "C" NOT NULL,
  date TEXT COLLATE "C" NOT NULL,
  slot BIGINT NOT NULL,
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('sending', 'sent', 'empty', 'skipped')),
  revision TEXT COLLATE "C",
  built BIGINT NOT NULL,
  finished BIGINT,
  -- JSON.
  content TEXT COLLATE "C",
  UNIQUE (newsletter, date)
);

CREATE INDEX issues_by_slot ON issues (newsletter, slot);
CREATE INDEX issues_shown ON issues (newsletter, date) WHERE state IN ('sending', 'sent');
CREATE INDEX issues_sending ON issues (slot) WHERE state = 'sending';

CREATE TABLE deliveries (
  issue TEXT COLLATE "C" NOT NULL REFERENCES issues,
  -- No reference: it is looked for when the mail is about to go.
  subscriber TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'handed', 'sent', 'failed', 'dropped', 'unsure')),
  attempt BIGINT NOT NULL,
  due BIGINT NOT NULL,
  -- When the state was last changed.
  at BIGINT NOT NULL,
  reply TEXT COLLATE "C",
  PRIMARY KEY (issue, subscriber)
);

CREATE INDEX deliveries_waiting ON deliveries (issue, due, subscriber) WHERE state = 'waiting';
CREATE INDEX deliveries_handed ON deliveries (issue, at) WHERE state = 'handed';
CREATE INDEX deliveries_unsure ON deliveries (issue) WHERE state = 'unsure';
CREATE INDEX deliveries_of_subscriber ON deliveries (subscriber);

-- What became of recipients of whom nothing else is kept any more.
CREATE TABLE forgotten (
  issue TEXT COLLATE "C" NOT NULL REFERENCES issues,
  state TEXT COLLATE "C" NOT NULL,
  count BIGINT NOT NULL,
  PRIMARY KEY (issue, state)
);
