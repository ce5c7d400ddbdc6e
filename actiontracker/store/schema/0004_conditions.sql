-- On what an action depends, in the minutes' words: "if members wished".
ALTER TABLE commitments ADD COLUMN condition TEXT;
ALTER TABLE commitments ADD COLUMN condition_start INTEGER;
ALTER TABLE commitments ADD COLUMN condition_end INTEGER;
ALTER TABLE actions ADD COLUMN condition TEXT;
