CREATE SCHEMA gate;
GRANT USAGE ON SCHEMA gate TO countersign_app;

-- Every answer the gate ever gave, whoever asked.
CREATE TABLE gate.decision (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    decided_at    timestamptz NOT NULL,
    valid_until   timestamptz NOT NULL,
    asked_by      text NOT NULL CHECK (length(asked_by) <= 64),
    repository    text NOT NULL CHECK (length(repository) <= 200),
    artifact      text NOT NULL CHECK (artifact ~ '^([0-9a-f]{40}|[0-9a-f]{64}|sha256:[0-9a-f]{64})$'),
    system        text NOT NULL CHECK (length(system) <= 100),
    environment   text NOT NULL CHECK (environment IN ('production', 'staging')),
    decision      text NOT NULL CHECK (decision IN ('allow', 'deny')),
    reasons       jsonb NOT NULL,
    change_id     text REFERENCES changes.change,
    revision      integer,
    revision_hash bytea,
    -- An allow names what it allows, by content; a deny says why.
    CHECK (decision = 'deny' OR (change_id IS NOT NULL AND revision_hash IS NOT NULL)),
    CHECK ((decision = 'allow') = (jsonb_array_length(reasons) = 0)),
    FOREIGN KEY (change_id, revision, revision_hash) REFERENCES changes.revision (change_id, number, hash)
);
-- The decisions on a change, and whether a revision was denied before; what was asked about an artifact.
CREATE INDEX decision_change ON gate.decision (change_id, revision, id DESC) WHERE change_id IS NOT NULL;
CREATE INDEX decision_artifact ON gate.decision (artifact, id DESC);

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON gate.decision
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON gate.decision
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT ON gate.decision TO countersign_app;
