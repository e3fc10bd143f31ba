-- E-mail addresses that the identity provider has verified, for good: who committed with an old one is still the same.
CREATE TABLE identity.address (
    email     text NOT NULL CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 320),
    person_id text NOT NULL REFERENCES identity.person,
    since     timestamptz NOT NULL,
    PRIMARY KEY (email, person_id)
);
GRANT SELECT, INSERT ON identity.address TO countersign_app;

-- Whom they answer to, as the identity provider says; maybe somebody who never logged in here.
ALTER TABLE identity.person ADD COLUMN manager text CHECK (length(manager) BETWEEN 1 AND 64);
