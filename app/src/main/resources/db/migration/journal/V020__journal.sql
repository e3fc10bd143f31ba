CREATE SCHEMA journal;
GRANT USAGE ON SCHEMA journal TO countersign_app;

CREATE TABLE journal.entry (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stream        text NOT NULL CHECK (length(stream) <= 200),
    seq           bigint NOT NULL CHECK (seq > 0),
    at            timestamptz NOT NULL,
    kind          text NOT NULL CHECK (length(kind) <= 100),
    actor         text NOT NULL CHECK (length(actor) <= 64),
    systems       text[] NOT NULL DEFAULT '{}',
    summary       text NOT NULL CHECK (length(summary) <= 1000),
    -- The RFC 8785 bytes that the hash runs over, kept as they were hashed.
    canonical     text NOT NULL,
    previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
    hash          bytea NOT NULL CHECK (length(hash) = 32),
    -- Lets a later proof over all streams take only what is surely committed.
    xid           xid8 NOT NULL DEFAULT pg_current_xact_id(),
    UNIQUE (stream, seq)
);
-- History by person, by system, by kind, newest first.
CREATE INDEX entry_actor ON journal.entry (actor, id DESC);
CREATE INDEX entry_systems ON journal.entry USING gin (systems);
CREATE INDEX entry_kind ON journal.entry (kind, id DESC);
CREATE INDEX entry_at ON journal.entry (at);

CREATE FUNCTION journal.refuse_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Expected to keep %.% as it was written, but a % was asked for: the record is append-only.',
        TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON journal.entry
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON journal.entry
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT ON journal.entry TO countersign_app;
