"""The tracker's schema, as migrations that are only ever appended to: what has been released is never edited.

Tables are STRICT where the SQLite at hand knows the word (3.37 and later). Days are ISO text (2026-05-14), moments
ISO text in UTC, offsets count characters of `sources.text` from 0 with the end exclusive, pages and lines from 1.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from actiontracker.store.connection import APPLICATION_ID

MIGRATIONS = Migrations("actiontracker")

DOCUMENTS = """
-- Councils, trusts. `key` is the name without regard to case and spacing, so that each is held once.
CREATE TABLE authorities (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE
) STRICT;

-- Committees, panels, boards. Without a name (key '') where the minutes name the authority only.
CREATE TABLE bodies (
    id INTEGER PRIMARY KEY,
    authority_id INTEGER REFERENCES authorities(id),
    name TEXT,
    key TEXT NOT NULL,
    CHECK (authority_id IS NOT NULL OR name IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX bodies_once ON bodies (ifnull(authority_id, 0), key);

-- One row a meeting, shared by all its documents; a document that is not certain of body or date has one to itself.
CREATE TABLE meetings (
    id INTEGER PRIMARY KEY,
    body_id INTEGER REFERENCES bodies(id),
    date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    status TEXT NOT NULL, -- draft, approved, unknown: the furthest that any of its documents says
    next_meeting TEXT CHECK (next_meeting GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE UNIQUE INDEX meetings_once ON meetings (body_id, date) WHERE body_id IS NOT NULL AND date IS NOT NULL;
CREATE INDEX meetings_by_date ON meetings (date);

-- Files as read. The text stands last: lists read the path of a row and never its text.
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    meeting_id INTEGER NOT NULL REFERENCES meetings(id),
    revises INTEGER REFERENCES sources(id), -- the earlier version of the same minutes
    path TEXT NOT NULL,
    kind TEXT NOT NULL, -- text, html, docx, pdf
    title TEXT,
    pages INTEGER,
    status TEXT NOT NULL, -- draft, approved, unknown: what this document says of itself
    model_version TEXT NOT NULL, -- of the latest reading
    read_at TEXT NOT NULL,
    read_by TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX sources_by_meeting ON sources (meeting_id);
CREATE INDEX sources_by_revised ON sources (revises) WHERE revises IS NOT NULL;

-- What the stages could not do with a file.
CREATE TABLE problems (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources(id),
    page INTEGER,
    line INTEGER,
    message TEXT NOT NULL
) STRICT;
CREATE INDEX problems_by_source ON problems (source_id);

-- People named in attendance lists, never anybody from running text.
CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    authority_id INTEGER REFERENCES authorities(id),
    name TEXT NOT NULL,
    key TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX people_once ON people (ifnull(authority_id, 0), key);

CREATE TABLE attendance (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources(id),
    person_id INTEGER NOT NULL REFERENCES people(id),
    role TEXT NOT NULL, -- member, officer, other
    post TEXT,
    initials TEXT,
    present INTEGER NOT NULL CHECK (present IN (0, 1))
) STRICT;
CREATE INDEX attendance_by_source ON attendance (source_id);
CREATE INDEX attendance_by_person ON attendance (person_id);

-- Agenda items under the body's own number.
CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources(id),
    number TEXT,
    title TEXT NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end >= start),
    presenter TEXT
) STRICT;
CREATE INDEX items_by_source ON items (source_id);

-- Evidence stays as it was read.
CREATE TRIGGER sources_keep_their_text BEFORE UPDATE OF sha256, text ON sources
BEGIN SELECT RAISE(ABORT, 'the text of a source is never changed'); END;
CREATE TRIGGER items_never_change BEFORE UPDATE ON items
BEGIN SELECT RAISE(ABORT, 'an item is never changed'); END;
CREATE TRIGGER items_never_go BEFORE DELETE ON items
BEGIN SELECT RAISE(ABORT, 'an item is never deleted'); END;
"""

ACTIONS = """
-- Commitments as found: the words, where they stand, and what found them.
CREATE TABLE commitments (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources(id),
    item_id INTEGER REFERENCES items(id),
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end > start),
    page INTEGER,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL, -- undertaking, request, resolution, recommendation, offer
    section TEXT NOT NULL,
    score REAL NOT NULL,
    quote TEXT NOT NULL,
    action TEXT NOT NULL,
    owner TEXT,
    owner_start INTEGER,
    owner_end INTEGER,
    recipient TEXT,
    recipient_start INTEGER,
    recipient_end INTEGER,
    deadline TEXT,
    deadline_start INTEGER,
    deadline_end INTEGER,
    cue TEXT NOT NULL,
    passage INTEGER NOT NULL, -- its number in the document, from 0
    passage_start INTEGER NOT NULL,
    passage_end INTEGER NOT NULL,
    model_version TEXT NOT NULL
) STRICT;
CREATE INDEX commitments_by_source ON commitments (source_id);
CREATE INDEX commitments_by_item ON commitments (item_id);

-- The other places of the same obligation in the same document.
CREATE TABLE told_again (
    id INTEGER PRIMARY KEY,
    commitment_id INTEGER NOT NULL REFERENCES commitments(id),
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end > start),
    page INTEGER,
    line INTEGER NOT NULL
) STRICT;
CREATE INDEX told_again_by_commitment ON told_again (commitment_id);

-- Obligations as tracked. A number is given once and never again, not even after a deletion (AUTOINCREMENT).
CREATE TABLE actions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT GENERATED ALWAYS AS (printf('A-%04d', id)) VIRTUAL,
    own_ref TEXT, -- the body's own reference or minute number, as written
    meeting_id INTEGER NOT NULL REFERENCES meetings(id),
    commitment_id INTEGER NOT NULL REFERENCES commitments(id), -- the words it is shown with: the latest version's
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    owner TEXT,
    owner_inferred TEXT,
    recipient TEXT,
    deadline TEXT,
    due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- due and the next four: as due_dates tells
    due_rule TEXT,
    due_reason TEXT NOT NULL,
    first_due TEXT CHECK (first_due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    times_moved INTEGER NOT NULL DEFAULT 0,
    status TEXT NOT NULL DEFAULT 'open', -- open, done
    review TEXT NOT NULL DEFAULT 'suggested', -- suggested, accepted, rejected
    done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX actions_outstanding ON actions (due) WHERE status = 'open' AND review <> 'rejected';
CREATE INDEX actions_unowned ON actions (due) WHERE status = 'open' AND review <> 'rejected' AND owner IS NULL;
CREATE INDEX actions_by_due ON actions (due);
CREATE INDEX actions_by_meeting ON actions (meeting_id, status, review, due);
CREATE INDEX actions_by_commitment ON actions (commitment_id);
CREATE INDEX actions_by_own_ref ON actions (own_ref COLLATE NOCASE) WHERE own_ref IS NOT NULL;

-- Which words an action rests on: one commitment a version of the minutes.
CREATE TABLE action_commitments (
    action_id INTEGER NOT NULL REFERENCES actions(id),
    commitment_id INTEGER NOT NULL REFERENCES commitments(id),
    PRIMARY KEY (action_id, commitment_id)
) STRICT;
CREATE INDEX action_commitments_by_commitment ON action_commitments (commitment_id);

-- Every due date ever set, none included; the last one of an action is the one it has.
CREATE TABLE due_dates (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES actions(id),
    due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    rule TEXT, -- the name of the rule that made it from the deadline's words
    reason TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    decided INTEGER NOT NULL CHECK (decided IN (0, 1)) -- 1 where a person set it
) STRICT;
CREATE INDEX due_dates_by_action ON due_dates (action_id);

-- What happened to an action: who, when, what and why.
CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES actions(id),
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    field TEXT,
    old TEXT,
    new TEXT,
    why TEXT NOT NULL,
    decided INTEGER NOT NULL CHECK (decided IN (0, 1)), -- 1 where a person decided; such a field is theirs for good
    source_id INTEGER REFERENCES sources(id) -- the document that caused it
) STRICT;
CREATE INDEX history_by_action ON history (action_id);
CREATE INDEX history_by_source ON history (source_id);

-- History and due dates are only added to; REPLACE would delete without firing the trigger on some connections.
CREATE TRIGGER history_never_changes BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
CREATE TRIGGER history_never_goes BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
CREATE TRIGGER history_is_never_replaced BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM history WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
CREATE TRIGGER due_dates_never_change BEFORE UPDATE ON due_dates
BEGIN SELECT RAISE(ABORT, 'due dates are only added to'); END;
CREATE TRIGGER due_dates_never_go BEFORE DELETE ON due_dates
BEGIN SELECT RAISE(ABORT, 'due dates are only added to'); END;
CREATE TRIGGER due_dates_are_never_replaced BEFORE INSERT ON due_dates
WHEN EXISTS (SELECT 1 FROM due_dates WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'due dates are only added to'); END;
CREATE TRIGGER commitments_never_change BEFORE UPDATE ON commitments
BEGIN SELECT RAISE(ABORT, 'a commitment is never changed'); END;
CREATE TRIGGER commitments_never_go BEFORE DELETE ON commitments
BEGIN SELECT RAISE(ABORT, 'a commitment is never deleted'); END;
CREATE TRIGGER told_again_never_changes BEFORE UPDATE ON told_again
BEGIN SELECT RAISE(ABORT, 'a commitment is never changed'); END;
CREATE TRIGGER told_again_never_goes BEFORE DELETE ON told_again
BEGIN SELECT RAISE(ABORT, 'a commitment is never deleted'); END;
CREATE TRIGGER actions_never_go BEFORE DELETE ON actions
BEGIN SELECT RAISE(ABORT, 'an action is never deleted'); END;
"""

SEARCH = """
-- The words that a search looks through; items and commitments never change, so only actions are watched.
CREATE VIEW action_words AS
SELECT a.id, a.action, c.quote, a.owner, i.title AS item_title
FROM actions a JOIN commitments c ON c.id = a.commitment_id LEFT JOIN items i ON i.id = c.item_id;

CREATE VIRTUAL TABLE actions_fts USING fts5 (
    action, quote, owner, item_title,
    content = 'action_words', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER actions_fts_added AFTER INSERT ON actions BEGIN
    INSERT INTO actions_fts (rowid, action, quote, owner, item_title)
    SELECT id, action, quote, owner, item_title FROM action_words WHERE id = NEW.id;
END;
CREATE TRIGGER actions_fts_changing BEFORE UPDATE OF action, owner, commitment_id ON actions BEGIN
    INSERT INTO actions_fts (actions_fts, rowid, action, quote, owner, item_title)
    SELECT 'delete', id, action, quote, owner, item_title FROM action_words WHERE id = OLD.id;
END;
CREATE TRIGGER actions_fts_changed AFTER UPDATE OF action, owner, commitment_id ON actions BEGIN
    INSERT INTO actions_fts (rowid, action, quote, owner, item_title)
    SELECT id, action, quote, owner, item_title FROM action_words WHERE id = NEW.id;
END;

INSERT INTO actions_fts (actions_fts) VALUES ('rebuild');
"""

CONDITIONS = """
-- On what an action depends, in the minutes' words: "if members wished".
ALTER TABLE commitments ADD COLUMN condition TEXT;
ALTER TABLE commitments ADD COLUMN condition_start INTEGER;
ALTER TABLE commitments ADD COLUMN condition_end INTEGER;
ALTER TABLE actions ADD COLUMN condition TEXT;
"""


def _run(db: Database, sql: str) -> None:
    db.executescript(sql if db.supports_strict else sql.replace(") STRICT;", ");"))


@MIGRATIONS()
def m0001_documents(db: Database) -> None:
    """Whose meetings, who was there, and the documents as read."""
    _run(db, DOCUMENTS)


@MIGRATIONS()
def m0002_actions(db: Database) -> None:
    """Commitments as found, actions as tracked, their due dates and their history."""
    _run(db, ACTIONS)


@MIGRATIONS()
def m0003_search(db: Database) -> None:
    """Full-text search over actions."""
    _run(db, SEARCH)


@MIGRATIONS()
def m0004_conditions(db: Database) -> None:
    """The words of what an action depends on."""
    _run(db, CONDITIONS)


def migrate(db: Database) -> None:
    """Bring the file up to date; the caller holds a transaction, so that two processes cannot both do it."""
    MIGRATIONS.apply(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {len(MIGRATIONS.applied(db))}")
