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
