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
