CREATE SCHEMA changes;
GRANT USAGE ON SCHEMA changes TO countersign_app;

CREATE SEQUENCE changes.number;
GRANT USAGE ON SEQUENCE changes.number TO countersign_app;

CREATE TABLE changes.change (
    id             text PRIMARY KEY CHECK (id ~ '^CHG-[0-9]{6,12}$'),
    status         text NOT NULL CHECK (status IN ('DRAFT', 'CHECKING', 'NEEDS_WORK', 'IN_REVIEW', 'SIGN_OFF', 'ESCALATED',
                     'APPROVED', 'BAKING', 'OUTCOME', 'CLOSED', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'ROLLED_BACK')),
    version        bigint NOT NULL,
    author         text NOT NULL REFERENCES identity.person,
    title          text NOT NULL CHECK (length(title) <= 200),
    department     text NOT NULL DEFAULT '',
    systems        text[] NOT NULL DEFAULT '{}',
    revision       integer NOT NULL DEFAULT 0 CHECK (revision >= 0),
    draft          jsonb,
    policy_version text,
    requirements   jsonb,
    created_at     timestamptz NOT NULL,
    submitted_at   timestamptz,
    status_since   timestamptz NOT NULL,
    sign_off_due   timestamptz,
    executed_at    timestamptz,
    bake_ends_at   timestamptz,
    CHECK (status = 'DRAFT' OR status = 'WITHDRAWN' OR (revision > 0 AND policy_version IS NOT NULL))
);
-- Lists by state and by system, newest first; one's own.
CREATE INDEX change_status ON changes.change (status, id DESC);
CREATE INDEX change_author ON changes.change (author, id DESC);
CREATE INDEX change_systems ON changes.change USING gin (systems);

CREATE TABLE changes.revision (
    change_id text NOT NULL REFERENCES changes.change,
    number    integer NOT NULL CHECK (number > 0),
    document  jsonb NOT NULL,
    hash      bytea NOT NULL CHECK (length(hash) = 32),
    author    text NOT NULL REFERENCES identity.person,
    at        timestamptz NOT NULL,
    PRIMARY KEY (change_id, number),
    -- A decision names the revision it read by number and by content.
    UNIQUE (change_id, number, hash)
);

-- What a pipeline may ask about: each commit or digest that a revision names.
CREATE TABLE changes.target (
    change_id   text NOT NULL,
    revision    integer NOT NULL,
    repository  text NOT NULL,
    artifact    text NOT NULL,
    environment text NOT NULL,
    PRIMARY KEY (change_id, revision, repository, artifact),
    FOREIGN KEY (change_id, revision) REFERENCES changes.revision
);
CREATE INDEX target_artifact ON changes.target (artifact, repository);

-- One person, one duty, for the whole life of a change. Verdicts and signatures refer to this row with their duty,
-- so nobody can write a change and also approve it, whoever runs the SQL.
CREATE TABLE changes.duty (
    change_id text NOT NULL REFERENCES changes.change,
    person_id text NOT NULL REFERENCES identity.person,
    duty      text NOT NULL CHECK (duty IN ('AUTHOR', 'REVIEWER', 'DIRECTOR', 'VP')),
    since     timestamptz NOT NULL,
    PRIMARY KEY (change_id, person_id),
    UNIQUE (change_id, person_id, duty)
);

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON changes.revision
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON changes.revision
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON changes.target
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON changes.target
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON changes.duty
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON changes.duty
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT, UPDATE ON changes.change TO countersign_app;
GRANT SELECT, INSERT ON changes.revision, changes.target, changes.duty TO countersign_app;
