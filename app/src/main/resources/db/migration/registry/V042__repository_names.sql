-- A repository in its one form, as the application reads it (RepositoryName): for what was written before there was one.
-- What is none stays as it is.
CREATE FUNCTION registry.repository_name(typed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN (
    SELECT CASE WHEN named ~ '^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)+$' THEN named ELSE typed END
    FROM (SELECT regexp_replace(regexp_replace(regexp_replace(lower(btrim(typed)),
        '^((https?|ssh|git)://([^/@]*@)?[a-z0-9.-]+(:[0-9]+)?/|[a-z0-9_.-]+@[a-z0-9.-]+:)', ''),
        '/+$', ''), '\.git$', '') AS named) one);

-- Two spellings of one repository were two rows.
INSERT INTO registry.repository (system, name)
SELECT system, registry.repository_name(name) FROM registry.repository
WHERE name <> registry.repository_name(name)
ON CONFLICT DO NOTHING;
DELETE FROM registry.repository WHERE name <> registry.repository_name(name);

-- Proposals that were open by then are adopted as they are spelled.
CREATE FUNCTION registry.spell_repository() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.name := registry.repository_name(NEW.name);
    RETURN CASE WHEN EXISTS (SELECT FROM registry.repository r WHERE r.system = NEW.system AND r.name = NEW.name)
        THEN NULL ELSE NEW END;
END $$;
CREATE TRIGGER spell_repository BEFORE INSERT ON registry.repository
    FOR EACH ROW EXECUTE FUNCTION registry.spell_repository();
