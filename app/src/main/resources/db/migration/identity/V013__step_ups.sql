-- A fresh log-in of somebody who is about to decide, and the one decision that it was spent on. Both are history.
CREATE TABLE identity.step_up (
    id        uuid PRIMARY KEY,
    person    text NOT NULL REFERENCES identity.person,
    account   text NOT NULL,
    matter    text NOT NULL CHECK (length(matter) BETWEEN 1 AND 400),
    -- By the identity provider's clock: one log-in is one step-up, however often its token is shown.
    auth_time timestamptz NOT NULL,
    acr       text NOT NULL,
    -- By the house's clock.
    at        timestamptz NOT NULL,
    UNIQUE (account, auth_time),
    UNIQUE (id, person, matter)
);

CREATE TABLE identity.step_up_use (
    step_up uuid PRIMARY KEY,
    person  text NOT NULL,
    matter  text NOT NULL,
    -- SHA-256 over the matter and what was said of it.
    decided bytea NOT NULL CHECK (length(decided) = 32),
    at      timestamptz NOT NULL,
    FOREIGN KEY (step_up, person, matter) REFERENCES identity.step_up (id, person, matter)
);

CREATE FUNCTION identity.refuse_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Expected to keep %.% as it was written, but a % was asked for: the record is append-only.',
        TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON identity.step_up
    FOR EACH ROW EXECUTE FUNCTION identity.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON identity.step_up
    FOR EACH STATEMENT EXECUTE FUNCTION identity.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON identity.step_up_use
    FOR EACH ROW EXECUTE FUNCTION identity.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON identity.step_up_use
    FOR EACH STATEMENT EXECUTE FUNCTION identity.refuse_edit();

GRANT SELECT, INSERT ON identity.step_up, identity.step_up_use TO countersign_app;
