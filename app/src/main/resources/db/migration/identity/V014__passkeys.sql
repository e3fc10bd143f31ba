-- What leaders sign their decisions with, and what they signed. All of it is history: rows are added and never edited.

-- Somebody has shown that it is them and may enrol one passkey now.
CREATE TABLE identity.passkey_offer (
    id        uuid PRIMARY KEY,
    person    text NOT NULL REFERENCES identity.person,
    label     text NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
    challenge bytea NOT NULL CHECK (length(challenge) = 32),
    at        timestamptz NOT NULL,
    UNIQUE (id, person, label)
);

-- One offer, one passkey.
CREATE TABLE identity.passkey (
    id         uuid PRIMARY KEY,
    person     text NOT NULL,
    label      text NOT NULL,
    credential bytea NOT NULL UNIQUE CHECK (length(credential) BETWEEN 1 AND 1023),
    -- COSE, as the authenticator gave it.
    public_key bytea NOT NULL CHECK (length(public_key) BETWEEN 1 AND 4096),
    sign_count bigint NOT NULL CHECK (sign_count >= 0),
    aaguid     uuid NOT NULL,
    transports text[] NOT NULL,
    at         timestamptz NOT NULL,
    UNIQUE (id, person),
    FOREIGN KEY (id, person, label) REFERENCES identity.passkey_offer (id, person, label)
);
-- PasskeyRows.of: before each decision of a leader.
CREATE INDEX passkey_person ON identity.passkey (person);

-- A decision that waits for a signature; the challenge is the SHA-256 of the statement that is to be signed.
CREATE TABLE identity.signature_request (
    id        uuid PRIMARY KEY,
    person    text NOT NULL REFERENCES identity.person,
    matter    text NOT NULL CHECK (length(matter) BETWEEN 1 AND 400),
    nonce     bytea NOT NULL CHECK (length(nonce) = 32),
    challenge bytea NOT NULL CHECK (length(challenge) = 32),
    at        timestamptz NOT NULL,
    UNIQUE (id, person, matter, challenge)
);

-- One request, one signature, one decision.
CREATE TABLE identity.signature (
    id                 uuid PRIMARY KEY,
    person             text NOT NULL,
    matter             text NOT NULL,
    challenge          bytea NOT NULL,
    passkey            uuid NOT NULL,
    -- RFC 8785 JSON of what was decided: what an auditor verifies without us.
    statement          bytea NOT NULL CHECK (sha256(statement) = challenge),
    client_data        bytea NOT NULL,
    authenticator_data bytea NOT NULL,
    signature          bytea NOT NULL,
    sign_count         bigint NOT NULL CHECK (sign_count >= 0),
    at                 timestamptz NOT NULL,
    UNIQUE (id, person),
    FOREIGN KEY (id, person, matter, challenge) REFERENCES identity.signature_request (id, person, matter, challenge),
    FOREIGN KEY (passkey, person) REFERENCES identity.passkey (id, person)
);
-- A passkey that counts gives each number once; also PasskeyRows.of, for the last one.
CREATE UNIQUE INDEX signature_count ON identity.signature (passkey, sign_count) WHERE sign_count > 0;
-- Signatures.on: beside a verdict.
CREATE INDEX signature_matter ON identity.signature (matter);

-- Without a signature nobody takes a passkey away at once: a stolen password is not enough.
CREATE TABLE identity.passkey_removal (
    id        uuid PRIMARY KEY,
    passkey   uuid NOT NULL,
    person    text NOT NULL,
    asked_at  timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    signature uuid UNIQUE,
    CHECK (CASE WHEN signature IS NULL THEN ends_at > asked_at ELSE ends_at = asked_at END),
    UNIQUE (id, person),
    FOREIGN KEY (passkey, person) REFERENCES identity.passkey (id, person),
    FOREIGN KEY (signature, person) REFERENCES identity.signature (id, person)
);
-- PasskeyRows.of: whether it goes.
CREATE INDEX passkey_removal_passkey ON identity.passkey_removal (passkey);

CREATE TABLE identity.passkey_removal_stop (
    removal   uuid PRIMARY KEY,
    person    text NOT NULL,
    signature uuid NOT NULL UNIQUE,
    at        timestamptz NOT NULL,
    FOREIGN KEY (removal, person) REFERENCES identity.passkey_removal (id, person),
    FOREIGN KEY (signature, person) REFERENCES identity.signature (id, person)
);

DO $$
DECLARE history text;
BEGIN
    FOREACH history IN ARRAY ARRAY['passkey_offer', 'passkey', 'signature_request', 'signature', 'passkey_removal',
                                   'passkey_removal_stop'] LOOP
        EXECUTE format('CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON identity.%I
            FOR EACH ROW EXECUTE FUNCTION identity.refuse_edit()', history);
        EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON identity.%I
            FOR EACH STATEMENT EXECUTE FUNCTION identity.refuse_edit()', history);
        EXECUTE format('GRANT SELECT, INSERT ON identity.%I TO countersign_app', history);
    END LOOP;
END $$;
