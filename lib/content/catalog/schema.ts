/** Any change to a table, or to what is kept in one, needs another number: catalogs of other versions are made anew. */
export const VERSION = 6

/**
 * The tables of the catalog. All of it is made from the content folder and can be made again.
 * @see https://www.sqlite.org/fts5.html#contentless_delete_tables
 */
export const SCHEMA = `
-- What the catalog was made from, and how far it has got.
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Every file as it was last seen: what it claims to be, what others must know of it, and what is wrong with it, which
-- may be something else from a moment on (milliseconds) when what it links to is published.
CREATE TABLE files(
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  slug TEXT NOT NULL,
  stamp TEXT,
  facts TEXT,
  problems TEXT,
  broken INTEGER NOT NULL DEFAULT 0,
  again INTEGER
);
CREATE INDEX files_name ON files(kind, slug, path);
CREATE INDEX files_problems ON files(path) WHERE problems IS NOT NULL;
CREATE INDEX files_broken ON files(path) WHERE broken = 1;
CREATE INDEX files_again ON files(again) WHERE again IS NOT NULL;

-- Names that several files may give: an alias and who has it, a topic and how many articles name it.
CREATE TABLE aliases(alias TEXT, path TEXT, slug TEXT NOT NULL, PRIMARY KEY(alias, path)) WITHOUT ROWID;
CREATE TABLE topics(slug TEXT PRIMARY KEY, files INTEGER NOT NULL) WITHOUT ROWID;

-- Which files asked for a name (see FolderNames) when they were checked: they are checked again when it changes.
CREATE TABLE mentions(name INTEGER, file INTEGER, PRIMARY KEY(name, file)) WITHOUT ROWID;

-- Pictures and sound that have been looked into.
CREATE TABLE media(src TEXT PRIMARY KEY, version TEXT NOT NULL, width INTEGER, height INTEGER) WITHOUT ROWID;

-- The last good version of every file but articles.
CREATE TABLE entries(kind TEXT, slug TEXT, path TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY(kind, slug)) WITHOUT ROWID;

-- The last good version of every article: what lists show in card, the rest in its text; its month of publication in UTC
-- (2022-04), and when it was last changed as far as its dates tell (milliseconds).
CREATE TABLE articles(
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  section TEXT NOT NULL,
  published INTEGER NOT NULL,
  month TEXT NOT NULL,
  modified INTEGER NOT NULL,
  state TEXT NOT NULL,
  card TEXT NOT NULL,
  searchable INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX articles_section ON articles(section);
CREATE INDEX articles_month ON articles(month, modified) WHERE state = 'published';
CREATE INDEX articles_due ON articles(published) WHERE state = 'scheduled';
CREATE INDEX articles_unsearchable ON articles(id) WHERE searchable = 0;
CREATE TABLE texts(id INTEGER PRIMARY KEY, rest TEXT NOT NULL, body TEXT NOT NULL);
-- What searches count and filter by, of every article, by when it was last touched: who keeps it in memory reads on from
-- the nth they have read. Of one that is gone there is only the number.
CREATE TABLE facts(
  nth INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL UNIQUE ON CONFLICT REPLACE,
  state TEXT, section TEXT, published INTEGER, kind TEXT, authors TEXT
);
CREATE TRIGGER facts_made AFTER INSERT ON articles BEGIN
  INSERT INTO facts(article, state, section, published, kind, authors)
  VALUES (new.id, new.state, new.section, new.published, new.card ->> 'kind', new.card -> 'authors');
END;
CREATE TRIGGER facts_changed AFTER UPDATE OF section, published, state, card, searchable ON articles BEGIN
  INSERT INTO facts(article, state, section, published, kind, authors)
  VALUES (new.id, new.state, new.section, new.published, new.card ->> 'kind', new.card -> 'authors');
END;
CREATE TRIGGER facts_gone AFTER DELETE ON articles BEGIN INSERT INTO facts(article) VALUES (old.id); END;
CREATE TABLE redirects(alias TEXT PRIMARY KEY, slug TEXT NOT NULL) WITHOUT ROWID;
-- The slugs that files had before they were renamed, as git tells, in order, and those that they have now.
CREATE TABLE renames(kind TEXT, old TEXT, slug TEXT NOT NULL, nth INTEGER NOT NULL, PRIMARY KEY(kind, old)) WITHOUT ROWID;
CREATE INDEX renames_slug ON renames(kind, slug, nth);

-- Which stories readers find in which list, and how many there are.
CREATE TABLE lists(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, count INTEGER NOT NULL);
CREATE TABLE listed(list INTEGER, published INTEGER, slug TEXT, article INTEGER NOT NULL, PRIMARY KEY(list, published DESC, slug)) WITHOUT ROWID;

-- The words of articles that have been entered, each as its stem; what is a word is decided before (see words/).
CREATE VIRTUAL TABLE search USING fts5(
  headline, dek, body, names,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
-- Bytes of words that are gathered before they are written, so that entering many merges less.
INSERT INTO search(search, rank) VALUES ('hashsize', 8388608);
-- Every stem with how many articles have it; how readers and editors spell its words; which stems an article has.
CREATE TABLE terms(id INTEGER PRIMARY KEY, stem TEXT NOT NULL UNIQUE, docs INTEGER NOT NULL);
CREATE TABLE spellings(word TEXT PRIMARY KEY, stem TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE vectors(id INTEGER PRIMARY KEY, terms BLOB NOT NULL);
`
