-- When time alone moves a change on: a silent director, a window's end, the end of the bake time. Deadlines read it, so
-- that they are kept though the engine's timers are dead.
ALTER TABLE changes.change ADD COLUMN moves_by timestamptz;
UPDATE changes.change c SET moves_by = CASE c.status
    WHEN 'SIGN_OFF' THEN c.sign_off_due
    WHEN 'BAKING' THEN c.bake_ends_at
    WHEN 'APPROVED' THEN (SELECT (r.document ->> 'windowEnd')::timestamptz FROM changes.revision r
                          WHERE r.change_id = c.id AND r.number = c.revision)
END
WHERE c.status IN ('SIGN_OFF', 'BAKING', 'APPROVED');
-- The longest overdue first.
CREATE INDEX change_moves_by ON changes.change (moves_by) WHERE moves_by IS NOT NULL;
