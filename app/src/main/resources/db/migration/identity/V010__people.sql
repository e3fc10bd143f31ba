CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO countersign_app;

CREATE TABLE identity.person (
    id      text PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    name    text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    email   text NOT NULL CHECK (length(email) <= 320),
    roles   text[] NOT NULL DEFAULT '{}',
    seen_at timestamptz NOT NULL
);
-- People.with(role): who may be chosen for a duty.
CREATE INDEX person_roles ON identity.person USING gin (roles);

GRANT SELECT, INSERT, UPDATE ON identity.person TO countersign_app;
