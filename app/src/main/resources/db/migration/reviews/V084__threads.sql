-- What people say of a field of a change's text, or of all of it. It is bound to the text that they read.
CREATE TABLE reviews.thread (
    change_id     text NOT NULL,
    number        integer NOT NULL CHECK (number > 0),
    revision      integer NOT NULL,
    revision_hash bytea NOT NULL,
    -- Null where it is about the whole.
    field         text,
    opened_by     text NOT NULL REFERENCES identity.person,
    -- By somebody who could review it: others must not follow them before everybody has spoken.
    blind         boolean NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (change_id, number),
    FOREIGN KEY (change_id, revision, revision_hash) REFERENCES changes.revision (change_id, number, hash)
);

CREATE TABLE reviews.remark (
    change_id text NOT NULL,
    thread    integer NOT NULL,
    number    integer NOT NULL CHECK (number > 0),
    -- The text that counted when it was written.
    revision  integer NOT NULL,
    person_id text NOT NULL REFERENCES identity.person,
    text      text NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
    -- Part of the hash on the record, so that nobody finds a short text by trying.
    salt      bytea NOT NULL CHECK (length(salt) = 16),
    at        timestamptz NOT NULL,
    PRIMARY KEY (change_id, thread, number),
    FOREIGN KEY (change_id, thread) REFERENCES reviews.thread,
    FOREIGN KEY (change_id, revision) REFERENCES changes.revision
);
-- How much somebody has written lately.
CREATE INDEX remark_person ON reviews.remark (person_id, at);

-- Resolved, reopened, resolved: in turns.
CREATE TABLE reviews.resolution (
    change_id text NOT NULL,
    thread    integer NOT NULL,
    number    integer NOT NULL CHECK (number > 0),
    revision  integer NOT NULL,
    person_id text NOT NULL REFERENCES identity.person,
    resolved  boolean NOT NULL CHECK (resolved = (number % 2 = 1)),
    at        timestamptz NOT NULL,
    PRIMARY KEY (change_id, thread, number),
    FOREIGN KEY (change_id, thread) REFERENCES reviews.thread,
    FOREIGN KEY (change_id, revision) REFERENCES changes.revision
);

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON reviews.thread
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON reviews.thread
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON reviews.remark
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON reviews.remark
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON reviews.resolution
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON reviews.resolution
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT ON reviews.thread, reviews.remark, reviews.resolution TO countersign_app;
