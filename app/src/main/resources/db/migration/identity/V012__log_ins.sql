-- Which session at the identity provider stands behind which of ours: a log-out token names the former and may reach
-- any node. Working data, no history.
CREATE TABLE identity.log_in (
    session_id char(36) PRIMARY KEY,
    sid        text NOT NULL,
    account    text NOT NULL,
    at         timestamptz NOT NULL
);
-- LogIns.end: by the provider's session, or by the account when a token names no session.
CREATE INDEX log_in_sid ON identity.log_in (sid);
CREATE INDEX log_in_account ON identity.log_in (account);

-- A log-out token counts once.
CREATE TABLE identity.log_out_token (
    jti     text PRIMARY KEY,
    ends_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.log_in, identity.log_out_token TO countersign_app;
