-- A second person's key for one execution. Whoever turns it has a duty on the change that is not the author's; nobody
-- has two, so an author's key has no row to stand on.
CREATE TABLE gate.second_key (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    change_id     text NOT NULL,
    revision      integer NOT NULL,
    revision_hash bytea NOT NULL,
    turned_by     text NOT NULL,
    duty          text NOT NULL CHECK (duty IN ('REVIEWER', 'DIRECTOR', 'VP', 'KEY_HOLDER')),
    turned_at     timestamptz NOT NULL,
    holds_until   timestamptz NOT NULL,
    CHECK (turned_at < holds_until AND holds_until <= turned_at + interval '1 day'),
    FOREIGN KEY (change_id, revision, revision_hash) REFERENCES changes.revision (change_id, number, hash),
    FOREIGN KEY (change_id, turned_by, duty) REFERENCES changes.duty (change_id, person_id, duty)
);
-- The keys of a change, the newest first.
CREATE INDEX second_key_change ON gate.second_key (change_id, id DESC);

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON gate.second_key
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON gate.second_key
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT ON gate.second_key TO countersign_app;
