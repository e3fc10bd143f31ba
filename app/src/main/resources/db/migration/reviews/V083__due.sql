-- Reviews take time, and somebody is called when it runs out: each step once for each time that the change comes into
-- review, whoever is first to see that it is due. Nothing is decided by that.
CREATE TABLE reviews.call (
    change_id text NOT NULL REFERENCES changes.change,
    -- When the change came into review, which tells one round from the next.
    since     timestamptz NOT NULL,
    step      text NOT NULL CHECK (step IN ('REMINDER', 'OWNER', 'DIRECTOR', 'VP')),
    due       timestamptz NOT NULL CHECK (due > since),
    at        timestamptz NOT NULL CHECK (at >= due),
    PRIMARY KEY (change_id, since, step)
);

CREATE TABLE reviews.called (
    change_id text NOT NULL,
    since     timestamptz NOT NULL,
    step      text NOT NULL,
    person_id text NOT NULL REFERENCES identity.person,
    PRIMARY KEY (change_id, since, step, person_id),
    FOREIGN KEY (change_id, since, step) REFERENCES reviews.call
);
-- What somebody was called for.
CREATE INDEX called_person ON reviews.called (person_id, since);

-- Who was asked for a review of theirs: no claim, and in nobody's way.
CREATE TABLE reviews.ask (
    change_id text NOT NULL REFERENCES changes.change,
    since     timestamptz NOT NULL,
    person_id text NOT NULL REFERENCES identity.person,
    asked_by  text NOT NULL REFERENCES identity.person,
    at        timestamptz NOT NULL,
    PRIMARY KEY (change_id, since, person_id),
    CHECK (asked_by <> person_id)
);
-- What somebody is asked for.
CREATE INDEX ask_person ON reviews.ask (person_id, since);

-- Reviews that were handed to somebody by who answers for the change.
CREATE TABLE reviews.reassignment (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    change_id  text NOT NULL REFERENCES changes.change,
    task_id    bigint NOT NULL,
    given_by   text NOT NULL REFERENCES identity.person,
    taken_from text REFERENCES identity.person,
    given_to   text NOT NULL REFERENCES identity.person,
    reason     text NOT NULL CHECK (length(reason) BETWEEN 10 AND 500),
    at         timestamptz NOT NULL,
    CHECK (given_to <> given_by),
    CHECK (given_to <> taken_from)
);
-- How a task came to who has it, the latest last.
CREATE INDEX reassignment_task ON reviews.reassignment (task_id, id);
-- What was taken from somebody, and given to them.
CREATE INDEX reassignment_from ON reviews.reassignment (taken_from, at);
CREATE INDEX reassignment_to ON reviews.reassignment (given_to, at);

-- How much somebody decided lately.
CREATE INDEX verdict_person ON reviews.verdict (person_id, at);

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON reviews.call FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON reviews.called FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON reviews.ask FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON reviews.reassignment FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON reviews.call FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON reviews.called FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON reviews.ask FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON reviews.reassignment FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT ON reviews.call, reviews.called, reviews.ask, reviews.reassignment TO countersign_app;
