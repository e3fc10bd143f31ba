-- Spring Session's tables (4.1), so that every node knows every log-in. Working data, no history: rows come and go.
CREATE TABLE identity.session (
    primary_id            char(36) PRIMARY KEY,
    session_id            char(36) NOT NULL UNIQUE,
    creation_time         bigint NOT NULL,
    last_access_time      bigint NOT NULL,
    max_inactive_interval integer NOT NULL,
    expiry_time           bigint NOT NULL,
    principal_name        varchar(100)
);
-- The clean-up of each minute.
CREATE INDEX session_expiry ON identity.session (expiry_time);

CREATE TABLE identity.session_attributes (
    session_primary_id char(36) NOT NULL REFERENCES identity.session ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
-- SessionRoom: how much room is taken by forms that wait for a log-in.
CREATE INDEX session_salvaged ON identity.session_attributes (attribute_name) WHERE attribute_name = 'countersign.salvaged';

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.session, identity.session_attributes TO countersign_app;
