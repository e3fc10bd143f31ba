-- Somebody who abstains counts for nobody: their seat and its task stay free for another, and they do not sit down again.
ALTER TABLE reviews.verdict DROP CONSTRAINT verdict_verdict_check;
ALTER TABLE reviews.verdict ADD CONSTRAINT verdict_answer
    CHECK (verdict IN ('APPROVE', 'ASK_FOR_CHANGES', 'REJECT') OR (verdict = 'ABSTAIN' AND duty = 'REVIEWER'));

ALTER TABLE reviews.verdict DROP CONSTRAINT verdict_task_id_key;
CREATE UNIQUE INDEX verdict_task ON reviews.verdict (task_id) WHERE verdict <> 'ABSTAIN';
CREATE INDEX verdict_said ON reviews.verdict (task_id, person_id);

ALTER TABLE reviews.verdict DROP CONSTRAINT verdict_change_id_revision_duty_slot_key;
DROP INDEX reviews.verdict_seat_once;
CREATE UNIQUE INDEX verdict_seat_once ON reviews.verdict (change_id, coalesce(since, revision), duty, slot)
    WHERE verdict <> 'ABSTAIN';
