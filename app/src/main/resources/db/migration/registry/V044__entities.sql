-- Which entity of a Backstage catalogue a system or department was made of, where its key alone does not say so: another
-- kind or namespace, or a name that is spelled otherwise here. Two people agree on it with the facts.
CREATE TABLE registry.entity (
    ref        text PRIMARY KEY,
    system     text UNIQUE REFERENCES registry.system,
    department text UNIQUE REFERENCES registry.department,
    proposal   text NOT NULL REFERENCES registry.proposal,
    CONSTRAINT in_one_form CHECK (ref ~ '^[^:/\s]+:[^:/\s]+/[^:/\s]+$' AND ref = lower(ref)),
    CONSTRAINT of_one_thing CHECK (num_nonnulls(system, department) = 1)
);

-- After the facts themselves (triggers fire in the order of their names): only what the same proposal brought in. Whoever
-- said it first counts.
CREATE FUNCTION registry.adopt_entities() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO registry.entity (ref, system, department, proposal)
    SELECT f.entity, s.system, d.department, NEW.proposal
    FROM registry.proposal p
    CROSS JOIN LATERAL jsonb_to_recordset(
        CASE jsonb_typeof(p.edit -> 'origins') WHEN 'array' THEN p.edit -> 'origins' ELSE '[]' END)
        AS f(entity text, department boolean, key text)
    LEFT JOIN registry.system_revision s
        ON NOT f.department AND s.system = f.key AND s.proposal = p.id AND s.number = 1
    LEFT JOIN registry.department_revision d
        ON f.department AND d.department = f.key AND d.proposal = p.id AND d.number = 1
    WHERE p.id = NEW.proposal AND num_nonnulls(s.system, d.department) = 1
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION registry.adopt_entities() FROM PUBLIC;
CREATE TRIGGER adopt_entities AFTER INSERT ON registry.adoption FOR EACH ROW EXECUTE FUNCTION registry.adopt_entities();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON registry.entity FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON registry.entity FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
GRANT SELECT ON registry.entity TO countersign_app;

-- A file is kept with its trial, so that whoever looks through it can choose what it leaves out and look again; without an
-- edit it cannot be proposed. What was kept before this is a day old at most and has to be chosen again.
DELETE FROM registry.rehearsal;
ALTER TABLE registry.rehearsal ALTER COLUMN edit DROP NOT NULL;
ALTER TABLE registry.rehearsal ADD COLUMN file bytea NOT NULL;
