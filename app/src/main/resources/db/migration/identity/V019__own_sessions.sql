-- Whose a session is and from where, so that people see their own and can end one. Sessions that are older than this
-- belong to nobody here; they end by themselves within the day.
ALTER TABLE identity.log_in
    ADD COLUMN id      uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    ADD COLUMN person  text REFERENCES identity.person,
    ADD COLUMN browser text NOT NULL DEFAULT '',
    ADD COLUMN address text NOT NULL DEFAULT '';
-- OwnSessions: somebody's own.
CREATE INDEX log_in_person ON identity.log_in (person, at DESC) WHERE person IS NOT NULL;
