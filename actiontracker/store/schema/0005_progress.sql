-- One command of a person or one reading by the program: all that it changed is undone together.
CREATE TABLE steps (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    why TEXT NOT NULL,
    minute TEXT, -- the minute that agreed it, as written
    undoes INTEGER REFERENCES steps(id)
) STRICT;
CREATE UNIQUE INDEX steps_undone_once ON steps (undoes) WHERE undoes IS NOT NULL;

ALTER TABLE history ADD COLUMN step_id INTEGER REFERENCES steps(id);
ALTER TABLE history ADD COLUMN applied INTEGER NOT NULL DEFAULT 1; -- 0 where it only tells what minutes say
ALTER TABLE due_dates ADD COLUMN step_id INTEGER REFERENCES steps(id);
ALTER TABLE due_dates ADD COLUMN undoes INTEGER REFERENCES due_dates(id);
CREATE INDEX history_by_step ON history (step_id) WHERE step_id IS NOT NULL;
CREATE INDEX due_dates_by_step ON due_dates (step_id) WHERE step_id IS NOT NULL;
CREATE INDEX due_dates_undone ON due_dates (undoes) WHERE undoes IS NOT NULL;

-- What people decided and nobody took back.
CREATE VIEW decisions AS
SELECT h.* FROM history h LEFT JOIN steps s ON s.id = h.step_id
WHERE h.decided = 1 AND h.applied = 1
    AND (s.id IS NULL OR (s.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM steps u WHERE u.undoes = s.id)));

-- status: open, in progress, paused, in parts, proposed for closure, closed, no longer needed, moved, merged
ALTER TABLE actions ADD COLUMN body_id INTEGER REFERENCES bodies(id); -- where not the body of its meeting: its successor
ALTER TABLE actions ADD COLUMN owner_id INTEGER REFERENCES people(id); -- whom the owner's words mean, by the roster
ALTER TABLE actions ADD COLUMN parent_id INTEGER REFERENCES actions(id); -- the action that this is a part of
ALTER TABLE actions ADD COLUMN part TEXT; -- (a), (b)
ALTER TABLE actions ADD COLUMN merged_into INTEGER REFERENCES actions(id);
ALTER TABLE actions ADD COLUMN recurs TEXT; -- how often it comes round again; `due` is its next occurrence
ALTER TABLE actions ADD COLUMN rag TEXT; -- red, amber, green: a person's judgement
ALTER TABLE actions ADD COLUMN closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE actions ADD COLUMN closed_minute TEXT;
ALTER TABLE actions ADD COLUMN moved_to TEXT;
ALTER TABLE actions ADD COLUMN updated_on TEXT CHECK (updated_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE actions ADD COLUMN repeats INTEGER NOT NULL DEFAULT 0; -- how often later minutes asked for it again
ALTER TABLE actions ADD COLUMN sent_on TEXT CHECK (sent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE actions ADD COLUMN response_due TEXT
    CHECK (response_due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE actions ADD COLUMN response_rule TEXT;
ALTER TABLE actions ADD COLUMN response_on TEXT CHECK (response_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE actions ADD COLUMN response TEXT; -- accepted, accepted in part, accepted in principle, rejected
ALTER TABLE actions ADD COLUMN stage INTEGER GENERATED ALWAYS AS (
    CASE WHEN review = 'rejected' OR status IN ('closed', 'no longer needed', 'moved', 'merged') THEN 0
    WHEN status IN ('paused', 'in parts', 'proposed for closure') THEN 1 ELSE 2 END
) VIRTUAL; -- 2: somebody has to act, 1: outstanding, but nobody is late, 0: ended

-- What had been marked as done before closing took two steps counts as closed.
INSERT INTO history (action_id, at, who, what, field, old, new, why, decided)
SELECT a.id, h.at, h.who, 'closed', 'status', 'done', 'closed', 'marked as done before closures were agreed', 1
FROM actions a JOIN history h ON h.id = (SELECT max(id) FROM history WHERE action_id = a.id AND new = 'done')
WHERE a.status = 'done';
UPDATE actions SET status = 'closed', closed_on = done_on WHERE status = 'done';

DROP INDEX actions_outstanding;
DROP INDEX actions_unowned;
DROP INDEX actions_by_meeting;
CREATE INDEX actions_outstanding ON actions (due) WHERE stage > 0;
CREATE INDEX actions_running ON actions (due) WHERE stage = 2;
CREATE INDEX actions_unowned ON actions (due) WHERE stage > 0 AND owner IS NULL;
CREATE INDEX actions_by_meeting ON actions (meeting_id, stage, review, due);
CREATE INDEX actions_by_body ON actions (body_id) WHERE body_id IS NOT NULL;
CREATE INDEX actions_by_parent ON actions (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX actions_by_survivor ON actions (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX actions_by_owner ON actions (owner_id) WHERE owner_id IS NOT NULL;

-- What was told of an action's progress, by a person or by later minutes.
CREATE TABLE updates (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES actions(id),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    words TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    step_id INTEGER REFERENCES steps(id),
    report_id INTEGER REFERENCES reports(id) -- the words of later minutes that tell it
) STRICT;
CREATE INDEX updates_by_action ON updates (action_id);
CREATE INDEX updates_by_step ON updates (step_id);
CREATE INDEX updates_by_report ON updates (report_id) WHERE report_id IS NOT NULL;

-- Words of later minutes that seem to tell what became of an action, until a person says whether they do.
CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES actions(id),
    source_id INTEGER NOT NULL REFERENCES sources(id),
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end > start),
    page INTEGER,
    line INTEGER NOT NULL,
    quote TEXT NOT NULL,
    says TEXT NOT NULL, -- done, progress, deferred, repeated
    score REAL NOT NULL,
    cue TEXT NOT NULL,
    review TEXT NOT NULL DEFAULT 'suggested', -- suggested, accepted, rejected
    step_id INTEGER REFERENCES steps(id) -- in which a person decided
) STRICT;
CREATE UNIQUE INDEX reports_once ON reports (action_id, source_id, start);
CREATE INDEX reports_by_source ON reports (source_id);
CREATE INDEX reports_by_step ON reports (step_id) WHERE step_id IS NOT NULL;

-- The days on which a body meets, beside the meetings whose minutes were read.
CREATE TABLE calendar (
    id INTEGER PRIMARY KEY,
    body_id INTEGER NOT NULL REFERENCES bodies(id),
    date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind TEXT NOT NULL, -- ordinary, annual, special
    known_from TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX calendar_once ON calendar (body_id, date);

-- A body's own choices (words for statuses, nation, default for "a future meeting"); without a body, for all of them.
CREATE TABLE settings (
    id INTEGER PRIMARY KEY,
    body_id INTEGER REFERENCES bodies(id),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX settings_once ON settings (ifnull(body_id, 0), name);
CREATE INDEX settings_by_body ON settings (body_id);

-- Bodies that were renamed or merged into another, and from when.
CREATE TABLE successions (
    id INTEGER PRIMARY KEY,
    body_id INTEGER NOT NULL UNIQUE REFERENCES bodies(id),
    successor_id INTEGER NOT NULL REFERENCES bodies(id),
    date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    how TEXT NOT NULL, -- renamed, merged
    step_id INTEGER NOT NULL REFERENCES steps(id),
    CHECK (body_id <> successor_id)
) STRICT;
CREATE INDEX successions_by_successor ON successions (successor_id);
CREATE INDEX successions_by_step ON successions (step_id);

-- Who holds a post, from and until when; what attendance lists say stands in `attendance`.
CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    authority_id INTEGER REFERENCES authorities(id),
    person_id INTEGER NOT NULL REFERENCES people(id),
    post TEXT NOT NULL,
    initials TEXT,
    email TEXT,
    since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    who TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX posts_by_person ON posts (person_id);

-- What a purge removed, in words and numbers. While one runs, `purging` has a row, and what never goes may go.
CREATE TABLE purges (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    before TEXT NOT NULL,
    removed TEXT NOT NULL -- JSON: references, and rows by table
) STRICT;
CREATE TABLE purging (id INTEGER PRIMARY KEY) STRICT;

CREATE TRIGGER steps_never_change BEFORE UPDATE ON steps
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;

-- Only a purge deletes.
DROP TRIGGER history_never_goes;
CREATE TRIGGER history_never_goes BEFORE DELETE ON history WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
DROP TRIGGER due_dates_never_go;
CREATE TRIGGER due_dates_never_go BEFORE DELETE ON due_dates WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'due dates are only added to'); END;
CREATE TRIGGER steps_never_go BEFORE DELETE ON steps WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
CREATE TRIGGER updates_never_go BEFORE DELETE ON updates WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'an update is never deleted'); END;
CREATE TRIGGER reports_never_go BEFORE DELETE ON reports WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'a report is never deleted'); END;
DROP TRIGGER commitments_never_go;
CREATE TRIGGER commitments_never_go BEFORE DELETE ON commitments WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'a commitment is never deleted'); END;
DROP TRIGGER told_again_never_goes;
CREATE TRIGGER told_again_never_goes BEFORE DELETE ON told_again WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'a commitment is never deleted'); END;
DROP TRIGGER items_never_go;
CREATE TRIGGER items_never_go BEFORE DELETE ON items WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'an item is never deleted'); END;
DROP TRIGGER actions_never_go;
CREATE TRIGGER actions_never_go BEFORE DELETE ON actions WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'an action is never deleted'); END;
