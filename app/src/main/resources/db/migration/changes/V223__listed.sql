-- When the window of the current text opens; a draft has none yet and stands behind all that have one.
ALTER TABLE changes.change ADD COLUMN opens_at timestamptz NOT NULL DEFAULT '-infinity';
UPDATE changes.change c SET opens_at = (r.document ->> 'windowStart')::timestamptz
FROM changes.revision r
WHERE r.change_id = c.id AND r.number = c.revision AND r.document ->> 'windowStart' IS NOT NULL;

-- WantedChanges: by the window, the latest first; and what was written between two days.
CREATE INDEX change_opens ON changes.change (opens_at DESC, id DESC);
CREATE INDEX change_created ON changes.change (created_at DESC, id DESC);
