-- No fact of the registry is edited by one person alone, by SQL as well. What somebody wants is a proposal; a second
-- person's approval adopts it; and only the function that adopts writes facts. The application's account can propose,
-- vote and adopt, nothing more.
REVOKE INSERT, UPDATE ON registry.department, registry.system, registry.repository FROM countersign_app;

CREATE SEQUENCE registry.proposal_number;
CREATE SEQUENCE registry.incident_number;

-- What people said, once each: the primary key is the rule that whoever proposed it cannot approve it.
CREATE TABLE registry.vote (
    matter text NOT NULL CHECK (matter ~ '^REG-[0-9]{6,12}$'),
    person text NOT NULL REFERENCES identity.person,
    vote   text NOT NULL CHECK (vote IN ('PROPOSED', 'APPROVED', 'DECLINED')),
    words  text NOT NULL CHECK (length(words) <= 4000),
    at     timestamptz NOT NULL,
    PRIMARY KEY (matter, person),
    UNIQUE (matter, person, vote)
);
CREATE UNIQUE INDEX vote_proposal ON registry.vote (matter) WHERE vote = 'PROPOSED';
CREATE UNIQUE INDEX vote_decision ON registry.vote (matter) WHERE vote <> 'PROPOSED';

CREATE TABLE registry.proposal (
    id          text PRIMARY KEY CHECK (id ~ '^REG-[0-9]{6,12}$'),
    kind        text NOT NULL CHECK (kind IN ('CATALOGUE', 'TIER_OVERRIDE', 'INCIDENT')),
    title       text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    -- Systems that it concerns, so that their pages can show it.
    systems     text[] NOT NULL,
    -- All that is to be written, and the revision of each thing that its author saw.
    edit        jsonb NOT NULL,
    proposed_by text NOT NULL,
    proposal    text NOT NULL GENERATED ALWAYS AS ('PROPOSED') STORED,
    FOREIGN KEY (id, proposed_by, proposal) REFERENCES registry.vote (matter, person, vote),
    CHECK ((kind = 'TIER_OVERRIDE') = (jsonb_array_length(edit -> 'overrides') > 0)),
    CHECK ((kind = 'INCIDENT') = (jsonb_array_length(edit -> 'incidents') > 0))
);
-- Open proposals on a system's page.
CREATE INDEX proposal_systems ON registry.proposal USING gin (systems);

CREATE TABLE registry.withdrawal (
    proposal     text PRIMARY KEY REFERENCES registry.proposal,
    withdrawn_by text NOT NULL,
    vote         text NOT NULL GENERATED ALWAYS AS ('PROPOSED') STORED,
    at           timestamptz NOT NULL,
    FOREIGN KEY (proposal, withdrawn_by, vote) REFERENCES registry.vote (matter, person, vote)
);

-- An approval that took effect; facts refer to it.
CREATE TABLE registry.adoption (
    proposal    text PRIMARY KEY REFERENCES registry.proposal,
    approved_by text NOT NULL,
    approval    text NOT NULL GENERATED ALWAYS AS ('APPROVED') STORED,
    FOREIGN KEY (proposal, approved_by, approval) REFERENCES registry.vote (matter, person, vote)
);

-- What is said of systems and departments now.
DROP INDEX registry.system_tier;
DROP INDEX registry.system_department;
ALTER TABLE registry.system RENAME COLUMN tier TO declared_tier;
ALTER TABLE registry.system
    ADD COLUMN team            text NOT NULL DEFAULT '' CHECK (length(team) <= 120),
    ADD COLUMN environments    text[] NOT NULL DEFAULT '{production}'
        CHECK (environments <@ '{production,staging}'::text[] AND cardinality(environments) BETWEEN 1 AND 2),
    ADD COLUMN consumer_facing boolean NOT NULL DEFAULT false,
    ADD COLUMN control_plane   boolean NOT NULL DEFAULT false,
    ADD COLUMN data_class      text NOT NULL DEFAULT 'internal'
        CHECK (data_class IN ('public', 'internal', 'confidential', 'restricted')),
    ADD COLUMN revision        integer NOT NULL DEFAULT 1 CHECK (revision > 0);
ALTER TABLE registry.department ADD COLUMN revision integer NOT NULL DEFAULT 1 CHECK (revision > 0);
-- Systems of a department, on the page of the organisation.
CREATE INDEX system_department ON registry.system (department);

CREATE TABLE registry.dependency (
    system   text NOT NULL REFERENCES registry.system,
    upstream text NOT NULL REFERENCES registry.system,
    PRIMARY KEY (system, upstream),
    CHECK (system <> upstream)
);
-- Who depends on a system.
CREATE INDEX dependency_upstream ON registry.dependency (upstream);

-- Every state that a system or department was ever in.
CREATE TABLE registry.system_revision (
    system   text NOT NULL REFERENCES registry.system,
    number   integer NOT NULL CHECK (number > 0),
    facts    jsonb NOT NULL,
    proposal text REFERENCES registry.adoption,
    PRIMARY KEY (system, number)
);
CREATE TABLE registry.department_revision (
    department text NOT NULL REFERENCES registry.department,
    number     integer NOT NULL CHECK (number > 0),
    facts      jsonb NOT NULL,
    proposal   text REFERENCES registry.adoption,
    PRIMARY KEY (department, number)
);

CREATE TABLE registry.incident (
    id         text PRIMARY KEY CHECK (id ~ '^INC-[0-9]{6,12}$'),
    title      text NOT NULL CHECK (length(title) BETWEEN 1 AND 160),
    started_at timestamptz NOT NULL,
    ended_at   timestamptz CHECK (ended_at >= started_at),
    severity   integer NOT NULL CHECK (severity BETWEEN 1 AND 4),
    lost_orders    bigint NOT NULL CHECK (lost_orders >= 0),
    errors         bigint NOT NULL CHECK (errors >= 0),
    errors_hit_orders boolean NOT NULL,
    unwind_minutes integer CHECK (unwind_minutes >= 0),
    -- A change's number, or that there was none: a bypass.
    change         text NOT NULL CHECK (change = '' OR change ~ '^CHG-[0-9]{6,12}$'),
    no_record      boolean NOT NULL CHECK (NOT no_record OR change = ''),
    ai_related     text NOT NULL CHECK (ai_related IN ('yes', 'no', 'unknown')),
    lessons        text NOT NULL CHECK (length(lessons) <= 4000),
    revision       integer NOT NULL CHECK (revision > 0),
    -- Only such an incident counts towards a tier.
    order_affecting boolean NOT NULL GENERATED ALWAYS AS (lost_orders > 0 OR (errors > 0 AND errors_hit_orders)) STORED
);
-- The list, the newest first.
CREATE INDEX incident_started ON registry.incident (started_at DESC, id DESC);

CREATE TABLE registry.incident_system (
    incident text NOT NULL REFERENCES registry.incident,
    system   text NOT NULL REFERENCES registry.system,
    PRIMARY KEY (incident, system)
);
-- A system's incidents, for its page and its tier.
CREATE INDEX incident_system_system ON registry.incident_system (system);

CREATE TABLE registry.incident_revision (
    incident text NOT NULL REFERENCES registry.incident,
    number   integer NOT NULL CHECK (number > 0),
    facts    jsonb NOT NULL,
    proposal text NOT NULL REFERENCES registry.adoption,
    PRIMARY KEY (incident, number)
);

CREATE TABLE registry.override (
    proposal  text PRIMARY KEY REFERENCES registry.adoption,
    system    text NOT NULL REFERENCES registry.system,
    tier      integer NOT NULL CHECK (tier BETWEEN 1 AND 4),
    reason    text NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    CHECK (starts_at < ends_at)
);
-- The one in force for a system.
CREATE INDEX override_system ON registry.override (system, starts_at DESC);

-- What the rule for Tier-1 says of a system, with the facts it looked at. A system without a row was never judged: it
-- keeps the tier that its owner declared.
CREATE TABLE registry.verdict (
    system           text PRIMARY KEY REFERENCES registry.system,
    rule             text NOT NULL,
    clause           text NOT NULL,
    consumer_facing  boolean NOT NULL,
    incidents        integer NOT NULL CHECK (incidents >= 0),
    vp_owned         boolean NOT NULL,
    judged_at        timestamptz NOT NULL,
    -- From when on the rule says no if nothing new is learnt; null if it says no already.
    holds_until      timestamptz
);
-- The tier that the journal last told of; follow-up only, nothing is decided by it.
CREATE TABLE registry.noted (
    system text PRIMARY KEY REFERENCES registry.system,
    tier   integer NOT NULL CHECK (tier BETWEEN 1 AND 4)
);

-- A file that somebody looked through before proposing it; only they can go on with it.
CREATE TABLE registry.rehearsal (
    id     uuid PRIMARY KEY,
    person text NOT NULL REFERENCES identity.person,
    edit   jsonb NOT NULL,
    at     timestamptz NOT NULL
);
CREATE INDEX rehearsal_at ON registry.rehearsal (at);

-- Before there was a rule of two people: revision 1 of what is there. The checks hold for every row that comes after.
INSERT INTO registry.department_revision (department, number, facts)
SELECT key, 1, jsonb_build_object('key', key, 'name', name, 'organisation', organisation, 'director', director, 'vp', vp)
FROM registry.department;
INSERT INTO registry.system_revision (system, number, facts)
SELECT key, 1, jsonb_build_object(
    'key', key, 'name', name, 'description', description, 'department', department, 'team', team, 'owner', owner,
    'repositories', (SELECT coalesce(jsonb_agg(r.name ORDER BY r.name), '[]') FROM registry.repository r WHERE r.system = key),
    'environments', to_jsonb(environments), 'consumerFacing', consumer_facing, 'controlPlane', control_plane,
    'dataClass', data_class, 'dependencies', '[]'::jsonb, 'declaredTier', declared_tier)
FROM registry.system;
INSERT INTO registry.noted (system, tier) SELECT key, declared_tier FROM registry.system;
ALTER TABLE registry.department_revision ADD CONSTRAINT adopted CHECK (proposal IS NOT NULL) NOT VALID;
ALTER TABLE registry.system_revision ADD CONSTRAINT adopted CHECK (proposal IS NOT NULL) NOT VALID;

-- Adopts what two people want, or nothing of it. Whoever calls it cannot choose what is written: that stands in the
-- proposal, which nobody can edit. SQLSTATE CS001 means that something was changed by others in the meantime.
CREATE FUNCTION registry.adopt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    asked registry.proposal;
    said  registry.vote;
    found text;
BEGIN
    -- One at a time: what is checked below still holds when it is written.
    PERFORM pg_advisory_xact_lock(hashtextextended('registry', 0));
    SELECT * INTO STRICT asked FROM registry.proposal WHERE id = NEW.proposal;
    SELECT * INTO STRICT said FROM registry.vote WHERE matter = NEW.proposal AND vote = 'APPROVED';
    IF EXISTS (SELECT FROM registry.withdrawal w WHERE w.proposal = NEW.proposal) THEN
        RAISE EXCEPTION 'Expected to adopt proposal ''%'', but it was withdrawn.', NEW.proposal USING ERRCODE = 'CS002';
    END IF;

    -- Departments, and who leads them.
    PERFORM FROM registry.department d JOIN jsonb_array_elements(asked.edit -> 'departments') x ON d.key = x #>> '{facts,key}'
        ORDER BY d.key FOR UPDATE OF d;
    SELECT x #>> '{facts,key}' INTO found FROM jsonb_array_elements(asked.edit -> 'departments') x
        LEFT JOIN registry.department d ON d.key = x #>> '{facts,key}'
        WHERE coalesce(d.revision, 0) <> (x ->> 'from')::integer ORDER BY 1 LIMIT 1;
    IF found IS NOT NULL THEN
        RAISE EXCEPTION 'Expected to change department ''%'' as it was, but it has changed.', found USING ERRCODE = 'CS001';
    END IF;
    INSERT INTO registry.department (key, name, organisation, director, vp, revision)
    SELECT f.key, f.name, f.organisation, f.director, f.vp, (x ->> 'from')::integer + 1
    FROM jsonb_array_elements(asked.edit -> 'departments') x,
         jsonb_to_record(x -> 'facts') AS f(key text, name text, organisation text, director text, vp text)
    ON CONFLICT (key) DO UPDATE SET name = excluded.name, organisation = excluded.organisation,
        director = excluded.director, vp = excluded.vp, revision = excluded.revision;
    INSERT INTO registry.department_revision (department, number, facts, proposal)
    SELECT x #>> '{facts,key}', (x ->> 'from')::integer + 1, x -> 'facts', asked.id
    FROM jsonb_array_elements(asked.edit -> 'departments') x;

    -- Systems, with what they are built from and what they depend on.
    PERFORM FROM registry.system s JOIN jsonb_array_elements(asked.edit -> 'systems') x ON s.key = x #>> '{facts,key}'
        ORDER BY s.key FOR UPDATE OF s;
    SELECT x #>> '{facts,key}' INTO found FROM jsonb_array_elements(asked.edit -> 'systems') x
        LEFT JOIN registry.system s ON s.key = x #>> '{facts,key}'
        WHERE coalesce(s.revision, 0) <> (x ->> 'from')::integer ORDER BY 1 LIMIT 1;
    IF found IS NOT NULL THEN
        RAISE EXCEPTION 'Expected to change system ''%'' as it was, but it has changed.', found USING ERRCODE = 'CS001';
    END IF;
    INSERT INTO registry.system (key, name, description, department, team, owner, environments, consumer_facing,
        control_plane, data_class, declared_tier, revision)
    SELECT f.key, f.name, f.description, f.department, f.team, f.owner, f.environments, f."consumerFacing",
        f."controlPlane", f."dataClass", f."declaredTier", (x ->> 'from')::integer + 1
    FROM jsonb_array_elements(asked.edit -> 'systems') x,
         jsonb_to_record(x -> 'facts') AS f(key text, name text, description text, department text, team text, owner text,
             environments text[], "consumerFacing" boolean, "controlPlane" boolean, "dataClass" text, "declaredTier" integer)
    ON CONFLICT (key) DO UPDATE SET name = excluded.name, description = excluded.description,
        department = excluded.department, team = excluded.team, owner = excluded.owner,
        environments = excluded.environments, consumer_facing = excluded.consumer_facing,
        control_plane = excluded.control_plane, data_class = excluded.data_class,
        declared_tier = excluded.declared_tier, revision = excluded.revision;
    DELETE FROM registry.repository r USING jsonb_array_elements(asked.edit -> 'systems') x
        WHERE r.system = x #>> '{facts,key}';
    INSERT INTO registry.repository (system, name)
    SELECT DISTINCT x #>> '{facts,key}', one FROM jsonb_array_elements(asked.edit -> 'systems') x,
        jsonb_array_elements_text(x #> '{facts,repositories}') one;
    DELETE FROM registry.dependency d USING jsonb_array_elements(asked.edit -> 'systems') x
        WHERE d.system = x #>> '{facts,key}';
    INSERT INTO registry.dependency (system, upstream)
    SELECT DISTINCT x #>> '{facts,key}', one FROM jsonb_array_elements(asked.edit -> 'systems') x,
        jsonb_array_elements_text(x #> '{facts,dependencies}') one;
    INSERT INTO registry.system_revision (system, number, facts, proposal)
    SELECT x #>> '{facts,key}', (x ->> 'from')::integer + 1, x -> 'facts', asked.id
    FROM jsonb_array_elements(asked.edit -> 'systems') x;

    -- A tier for a while; the later one of two counts.
    INSERT INTO registry.override (proposal, system, tier, reason, starts_at, ends_at)
    SELECT asked.id, f.system, f.tier, f.reason, said.at, f."endsAt"
    FROM jsonb_array_elements(asked.edit -> 'overrides') x,
         jsonb_to_record(x) AS f(system text, tier integer, reason text, "endsAt" timestamptz);

    -- Incidents.
    PERFORM FROM registry.incident i JOIN jsonb_array_elements(asked.edit -> 'incidents') x ON i.id = x #>> '{facts,id}'
        ORDER BY i.id FOR UPDATE OF i;
    SELECT x #>> '{facts,id}' INTO found FROM jsonb_array_elements(asked.edit -> 'incidents') x
        LEFT JOIN registry.incident i ON i.id = x #>> '{facts,id}'
        WHERE coalesce(i.revision, 0) <> (x ->> 'from')::integer ORDER BY 1 LIMIT 1;
    IF found IS NOT NULL THEN
        RAISE EXCEPTION 'Expected to change incident ''%'' as it was, but it has changed.', found USING ERRCODE = 'CS001';
    END IF;
    INSERT INTO registry.incident (id, title, started_at, ended_at, severity, lost_orders, errors, errors_hit_orders,
        unwind_minutes, change, no_record, ai_related, lessons, revision)
    SELECT f.id, f.title, f."startedAt", f."endedAt", f.severity, f."lostOrders", f.errors, f."errorsHitOrders",
        f."unwindMinutes", f.change, f."noRecord", f."aiRelated", f.lessons, (x ->> 'from')::integer + 1
    FROM jsonb_array_elements(asked.edit -> 'incidents') x,
         jsonb_to_record(x -> 'facts') AS f(id text, title text, "startedAt" timestamptz, "endedAt" timestamptz,
             severity integer, "lostOrders" bigint, errors bigint, "errorsHitOrders" boolean, "unwindMinutes" integer,
             change text, "noRecord" boolean, "aiRelated" text, lessons text)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, started_at = excluded.started_at, ended_at = excluded.ended_at,
        severity = excluded.severity, lost_orders = excluded.lost_orders, errors = excluded.errors,
        errors_hit_orders = excluded.errors_hit_orders, unwind_minutes = excluded.unwind_minutes,
        change = excluded.change, no_record = excluded.no_record, ai_related = excluded.ai_related,
        lessons = excluded.lessons, revision = excluded.revision;
    DELETE FROM registry.incident_system s USING jsonb_array_elements(asked.edit -> 'incidents') x
        WHERE s.incident = x #>> '{facts,id}';
    INSERT INTO registry.incident_system (incident, system)
    SELECT DISTINCT x #>> '{facts,id}', one FROM jsonb_array_elements(asked.edit -> 'incidents') x,
        jsonb_array_elements_text(x #> '{facts,systems}') one;
    INSERT INTO registry.incident_revision (incident, number, facts, proposal)
    SELECT x #>> '{facts,id}', (x ->> 'from')::integer + 1, x -> 'facts', asked.id
    FROM jsonb_array_elements(asked.edit -> 'incidents') x;
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION registry.adopt() FROM PUBLIC;
CREATE TRIGGER adopt AFTER INSERT ON registry.adoption FOR EACH ROW EXECUTE FUNCTION registry.adopt();

-- A proposal that was decided cannot be withdrawn.
CREATE FUNCTION registry.refuse_late_withdrawal() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('registry', 0));
    IF EXISTS (SELECT FROM registry.vote v WHERE v.matter = NEW.proposal AND v.vote <> 'PROPOSED') THEN
        RAISE EXCEPTION 'Expected to withdraw proposal ''%'', but it was decided.', NEW.proposal USING ERRCODE = 'CS002';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse_late_withdrawal BEFORE INSERT ON registry.withdrawal
    FOR EACH ROW EXECUTE FUNCTION registry.refuse_late_withdrawal();

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON registry.vote FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON registry.proposal FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON registry.withdrawal FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON registry.adoption FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON registry.override FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON registry.system_revision FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON registry.department_revision FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON registry.incident_revision FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON registry.vote FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON registry.proposal FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON registry.withdrawal FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON registry.adoption FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON registry.override FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON registry.system_revision FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON registry.department_revision FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON registry.incident_revision FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT ON registry.dependency, registry.system_revision, registry.department_revision, registry.incident,
    registry.incident_system, registry.incident_revision, registry.override TO countersign_app;
GRANT SELECT, INSERT ON registry.vote, registry.proposal, registry.withdrawal, registry.adoption TO countersign_app;
GRANT SELECT, INSERT, UPDATE ON registry.verdict, registry.noted TO countersign_app;
GRANT SELECT, INSERT, DELETE ON registry.rehearsal TO countersign_app;
GRANT USAGE ON SEQUENCE registry.proposal_number, registry.incident_number TO countersign_app;
