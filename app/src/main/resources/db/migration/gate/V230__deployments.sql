-- Cases of deployments that went around the gate. One artifact at one system has one open case, however often it is reported.
CREATE SEQUENCE gate.bypass_number;
GRANT USAGE ON SEQUENCE gate.bypass_number TO countersign_app;

CREATE TABLE gate.bypass (
    id         text PRIMARY KEY CHECK (id ~ '^BYP-[0-9]{6,12}$'),
    opened_at  timestamptz NOT NULL,
    -- Empty if nobody could tell which system it was.
    system     text NOT NULL CHECK (length(system) <= 100),
    repository text NOT NULL CHECK (length(repository) <= 200),
    artifact   text NOT NULL CHECK (length(artifact) <= 200),
    change_id  text REFERENCES changes.change,
    -- With whom it lies, and until when; then it goes up the line.
    level      text NOT NULL CHECK (level IN ('OWNER', 'DIRECTOR', 'VP')),
    due_at     timestamptz NOT NULL,
    settled_as text CHECK (settled_as IN ('REVERTED', 'DOCUMENTED')),
    settled_at timestamptz,
    CHECK ((settled_as IS NULL) = (settled_at IS NULL)),
    CHECK (due_at > opened_at)
);
-- Which case a report joins.
CREATE UNIQUE INDEX bypass_open ON gate.bypass (system, repository, artifact) WHERE settled_as IS NULL;
-- What has waited too long; the open ones of a system, on its page and on the desks of who answers for it.
CREATE INDEX bypass_due ON gate.bypass (due_at) WHERE settled_as IS NULL;
CREATE INDEX bypass_system ON gate.bypass (system, id DESC);
-- Those of a change.
CREATE INDEX bypass_of_change ON gate.bypass (change_id) WHERE change_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE (level, due_at, settled_as, settled_at) ON gate.bypass TO countersign_app;

CREATE FUNCTION gate.keep_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.settled_as IS NOT NULL THEN
        RAISE EXCEPTION 'Expected to change bypass %, but it is settled.', OLD.id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_settled BEFORE UPDATE ON gate.bypass FOR EACH ROW EXECUTE FUNCTION gate.keep_settled();

-- What people said of it, and how they mean to end it.
CREATE TABLE gate.bypass_account (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bypass      text NOT NULL REFERENCES gate.bypass,
    said_by     text NOT NULL,
    said_at     timestamptz NOT NULL,
    words       text NOT NULL CHECK (length(words) <= 4000),
    way         text NOT NULL CHECK (way IN ('REVERTED', 'DOCUMENTED')),
    reverted_at timestamptz,
    CHECK ((way = 'REVERTED') = (reverted_at IS NOT NULL))
);
CREATE INDEX bypass_account_of ON gate.bypass_account (bypass, id);
GRANT SELECT, INSERT ON gate.bypass_account TO countersign_app;

-- The changes that were begun to write it down afterwards.
CREATE TABLE gate.bypass_change (
    change_id text PRIMARY KEY REFERENCES changes.change,
    bypass    text NOT NULL REFERENCES gate.bypass,
    begun_by  text NOT NULL,
    begun_at  timestamptz NOT NULL
);
CREATE INDEX bypass_change_of ON gate.bypass_change (bypass);
GRANT SELECT, INSERT ON gate.bypass_change TO countersign_app;

-- Every report of a deployment, whatever it says; nothing is ever turned away for what it tells.
CREATE TABLE gate.deployment (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- The same report sent again has the same one.
    delivery      text NOT NULL UNIQUE CHECK (length(delivery) <= 300),
    -- What it says, as a hash: so that a repeat without a number of its own is found.
    content       bytea NOT NULL,
    source        text NOT NULL CHECK (source IN ('API', 'PAGE')),
    reported_at   timestamptz NOT NULL,
    reported_by   text NOT NULL CHECK (length(reported_by) <= 64),
    deployed_at   timestamptz NOT NULL,
    repository    text NOT NULL CHECK (length(repository) <= 200),
    artifact      text NOT NULL CHECK (length(artifact) <= 200),
    system        text NOT NULL CHECK (length(system) <= 100),
    environment   text NOT NULL CHECK (environment IN ('production', 'staging')),
    stated_change text NOT NULL CHECK (length(stated_change) <= 40),
    note          text NOT NULL CHECK (length(note) <= 4000),
    change_id     text REFERENCES changes.change,
    allowed_by    bigint REFERENCES gate.decision,
    deviations    jsonb NOT NULL,
    bypass        text REFERENCES gate.bypass,
    CHECK (deployed_at <= reported_at),
    -- In production, what deviates is in a case.
    CHECK (environment <> 'production' OR (jsonb_array_length(deviations) > 0) = (bypass IS NOT NULL))
);
-- The same said again; those of a change, of a system, of a case.
CREATE INDEX deployment_content ON gate.deployment (content, id DESC);
CREATE INDEX deployment_change ON gate.deployment (change_id, id DESC) WHERE change_id IS NOT NULL;
CREATE INDEX deployment_system ON gate.deployment (system, id DESC);
CREATE INDEX deployment_bypass ON gate.deployment (bypass, id) WHERE bypass IS NOT NULL;
GRANT SELECT, INSERT ON gate.deployment TO countersign_app;

DO $$
DECLARE kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['deployment', 'bypass_account', 'bypass_change'] LOOP
        EXECUTE format('CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON gate.%I FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit()', kept);
        EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON gate.%I FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit()', kept);
    END LOOP;
END $$;
CREATE TRIGGER refuse_removal BEFORE DELETE ON gate.bypass FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON gate.bypass FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
