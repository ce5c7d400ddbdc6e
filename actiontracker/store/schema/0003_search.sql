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
