-- By which facts and which policy a revision was judged, and what came of it. A judgement by another policy adds a row.
CREATE TABLE changes.assessment (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    change_id      text NOT NULL,
    revision       integer NOT NULL,
    policy_version text NOT NULL,
    facts          jsonb NOT NULL,
    requirements   jsonb NOT NULL,
    at             timestamptz NOT NULL,
    FOREIGN KEY (change_id, revision) REFERENCES changes.revision
);
-- What a change was judged by last, and first.
CREATE INDEX assessment_change ON changes.assessment (change_id, id);

-- Whether another change that is under way gets in the way of one.
CREATE INDEX change_under_way ON changes.change USING gin (systems)
    WHERE status IN ('CHECKING', 'NEEDS_WORK', 'IN_REVIEW', 'SIGN_OFF', 'ESCALATED', 'APPROVED', 'BAKING', 'OUTCOME');

-- Somebody who is nothing else to a change may turn its second key.
ALTER TABLE changes.duty DROP CONSTRAINT duty_duty_check;
ALTER TABLE changes.duty ADD CONSTRAINT duty_duty_check
    CHECK (duty IN ('AUTHOR', 'REVIEWER', 'DIRECTOR', 'VP', 'KEY_HOLDER'));

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON changes.assessment
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON changes.assessment
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT ON changes.assessment TO countersign_app;
