-- Who had a hand in a commit, as a pipeline told it. Another word about the same commit adds; none takes away.
CREATE TABLE changes.commit_author (
    repository text NOT NULL CHECK (length(repository) <= 200),
    sha        text NOT NULL CHECK (sha ~ '^([0-9a-f]{40}|[0-9a-f]{64})$'),
    part       text NOT NULL CHECK (part IN ('CODE_AUTHOR', 'COMMITTER', 'PUSHER')),
    -- An e-mail address or the id of a person, as it was told.
    who        text NOT NULL CHECK (length(who) BETWEEN 1 AND 320),
    told_by    text NOT NULL CHECK (length(told_by) <= 64),
    at         timestamptz NOT NULL
);
-- Once, however often it is told; and who is behind a commit.
CREATE UNIQUE INDEX commit_author_once ON changes.commit_author (sha, repository, part, lower(who));

-- The people behind a commit, and those behind the commits that any revision of a change names. It is worked out anew each time, so that somebody
-- who logs in for the first time is known from then on; an address that two people had counts for both.
CREATE VIEW changes.hand AS
    SELECT a.repository, a.sha, a.part, a.who, p.person_id
    FROM changes.commit_author a
    LEFT JOIN LATERAL (
        SELECT id AS person_id FROM identity.person WHERE id = a.who
        UNION
        SELECT person_id FROM identity.address WHERE email = lower(a.who)) p ON true;
CREATE VIEW changes.committed AS
    SELECT t.change_id, h.person_id, h.part, h.sha
    FROM changes.target t
    JOIN changes.hand h ON h.sha = t.artifact AND h.repository = t.repository
    WHERE h.person_id IS NOT NULL;

-- The same in words for the database: who is behind a commit of it takes no other duty on it.
CREATE FUNCTION changes.refuse_committer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM changes.committed c
               WHERE c.change_id = NEW.change_id AND c.person_id = NEW.person_id) THEN
        RAISE EXCEPTION '% is behind a commit of % and can have no other duty on it', NEW.person_id, NEW.change_id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse_committer BEFORE INSERT ON changes.duty
    FOR EACH ROW WHEN (NEW.duty <> 'AUTHOR') EXECUTE FUNCTION changes.refuse_committer();

-- A change that was handed over, with who had it before. Whoever wrote its draft stays one of its authors.
CREATE TABLE changes.transfer (
    change_id   text NOT NULL REFERENCES changes.change,
    number      integer NOT NULL CHECK (number > 0),
    from_person text NOT NULL REFERENCES identity.person,
    to_person   text NOT NULL REFERENCES identity.person,
    by_person   text NOT NULL REFERENCES identity.person,
    reason      text NOT NULL CHECK (length(reason) BETWEEN 10 AND 500),
    at          timestamptz NOT NULL,
    PRIMARY KEY (change_id, number),
    CHECK (from_person <> to_person)
);
-- What somebody got or gave away lately.
CREATE INDEX transfer_to ON changes.transfer (to_person, at);
CREATE INDEX transfer_from ON changes.transfer (from_person, at);

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON changes.commit_author
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON changes.commit_author
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON changes.transfer
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON changes.transfer
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT ON changes.commit_author, changes.transfer TO countersign_app;
GRANT SELECT ON changes.hand, changes.committed TO countersign_app;
