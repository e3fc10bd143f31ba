-- How somebody who decided was tied to an author at that moment; it is no part of whether the verdict counts.
CREATE TABLE reviews.relation (
    change_id text NOT NULL,
    revision  integer NOT NULL,
    person_id text NOT NULL,
    tie       text NOT NULL CHECK (tie IN ('RECIPROCAL', 'SUBORDINATE')),
    author    text NOT NULL REFERENCES identity.person,
    PRIMARY KEY (change_id, revision, person_id, tie, author),
    CHECK (author <> person_id),
    FOREIGN KEY (change_id, revision, person_id) REFERENCES reviews.verdict (change_id, revision, person_id)
);

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON reviews.relation
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON reviews.relation
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

-- Whether they declared that such ties do not sway them.
ALTER TABLE reviews.care ADD COLUMN independent boolean NOT NULL DEFAULT false;

-- Whether an author approved a change of the reviewer's lately.
CREATE INDEX verdict_approver ON reviews.verdict (person_id, at) WHERE verdict = 'APPROVE' AND duty = 'REVIEWER';

GRANT SELECT, INSERT ON reviews.relation TO countersign_app;
