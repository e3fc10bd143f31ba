CREATE SCHEMA reviews;
GRANT USAGE ON SCHEMA reviews TO countersign_app;

-- Who is at work on an open task; gone when they release it.
CREATE TABLE reviews.claim (
    task_id   bigint PRIMARY KEY,
    change_id text NOT NULL REFERENCES changes.change,
    person_id text NOT NULL REFERENCES identity.person,
    at        timestamptz NOT NULL
);
CREATE INDEX claim_person ON reviews.claim (person_id);

CREATE TABLE reviews.verdict (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    change_id     text NOT NULL,
    revision      integer NOT NULL,
    revision_hash bytea NOT NULL,
    person_id     text NOT NULL,
    duty          text NOT NULL CHECK (duty IN ('REVIEWER', 'DIRECTOR', 'VP')),
    slot          integer NOT NULL CHECK (slot > 0),
    verdict       text NOT NULL CHECK (verdict IN ('APPROVE', 'ASK_FOR_CHANGES', 'REJECT')),
    comment       text NOT NULL CHECK (length(comment) <= 10000),
    task_id       bigint NOT NULL,
    at            timestamptz NOT NULL,
    -- One person speaks once about a revision, and each seat is taken once.
    UNIQUE (change_id, revision, person_id),
    UNIQUE (change_id, revision, duty, slot),
    UNIQUE (task_id),
    -- It names what was read, by content.
    FOREIGN KEY (change_id, revision, revision_hash) REFERENCES changes.revision (change_id, number, hash),
    -- An author has the duty AUTHOR and no other, so no row of theirs can stand here.
    FOREIGN KEY (change_id, person_id, duty) REFERENCES changes.duty (change_id, person_id, duty),
    CHECK (verdict = 'APPROVE' OR length(comment) > 0)
);

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON reviews.verdict
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON reviews.verdict
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT, DELETE ON reviews.claim TO countersign_app;
GRANT SELECT, INSERT ON reviews.verdict TO countersign_app;
