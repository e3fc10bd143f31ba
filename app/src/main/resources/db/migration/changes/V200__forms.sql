-- The blank form that a change was begun with: sent twice, it begins one change.
ALTER TABLE changes.change ADD COLUMN form uuid NOT NULL DEFAULT gen_random_uuid();
CREATE UNIQUE INDEX change_form ON changes.change (author, form);
