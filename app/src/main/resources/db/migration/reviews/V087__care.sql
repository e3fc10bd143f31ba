-- What reviewers are asked for each kind of change, in this order.
CREATE TABLE reviews.checklist (
    kind     text NOT NULL CHECK (kind IN ('CODE', 'CONFIGURATION', 'INFRASTRUCTURE', 'DATA', 'MANUAL_OPERATION')),
    position smallint NOT NULL CHECK (position > 0),
    question text NOT NULL CHECK (length(question) BETWEEN 10 AND 200),
    PRIMARY KEY (kind, position)
);
INSERT INTO reviews.checklist (kind, position, question) VALUES
    ('CODE', 1, 'The commits do what the reason says, and nothing else'),
    ('CODE', 2, 'A test fails without them'),
    ('CODE', 3, 'Old and new version can run side by side during the rollout'),
    ('CONFIGURATION', 1, 'The new value was tried where it can do no harm'),
    ('CONFIGURATION', 2, 'Every reader of the value is known'),
    ('CONFIGURATION', 3, 'The old value is written down'),
    ('INFRASTRUCTURE', 1, 'The plan shows what is destroyed and replaced'),
    ('INFRASTRUCTURE', 2, 'There is room and quota for old and new together'),
    ('INFRASTRUCTURE', 3, 'Who can reach it and with which rights stays as it should'),
    ('DATA', 1, 'The restore was tried with data of this size'),
    ('DATA', 2, 'It can stop half way and be started again'),
    ('DATA', 3, 'Readers understand both the old and the new form'),
    ('MANUAL_OPERATION', 1, 'Every command stands in the plan, letter by letter'),
    ('MANUAL_OPERATION', 2, 'A second person watches and can say stop'),
    ('MANUAL_OPERATION', 3, 'The way back works from each step');

-- How a verdict was reached, as far as it is known. It is no part of whether the verdict counts.
CREATE TABLE reviews.care (
    change_id  text NOT NULL,
    revision   integer NOT NULL,
    person_id  text NOT NULL,
    pre_mortem text NOT NULL CHECK (length(pre_mortem) <= 4000),
    -- Each question as it was read, and whether it was affirmed.
    checklist  jsonb NOT NULL,
    -- Sections of the text that the browser did not see opened; null where it did not look.
    unopened   text[],
    -- From the moment the page was shown; null where that is not known.
    seconds    integer CHECK (seconds >= 0),
    PRIMARY KEY (change_id, revision, person_id),
    FOREIGN KEY (change_id, revision, person_id) REFERENCES reviews.verdict (change_id, revision, person_id)
);

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON reviews.care
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON reviews.care
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

-- How departments read before they approve, lately.
CREATE INDEX verdict_approved ON reviews.verdict (at) WHERE verdict = 'APPROVE' AND duty = 'REVIEWER';

GRANT SELECT ON reviews.checklist TO countersign_app;
GRANT SELECT, INSERT ON reviews.care TO countersign_app;
