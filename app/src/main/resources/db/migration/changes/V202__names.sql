-- Whoever a pipeline named, in the one form in which people and addresses are compared: out of `Name <address>`, in small
-- letters, and without the number that forges put before a login in the addresses that they make up.
CREATE FUNCTION changes.told_name(who text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN (
    SELECT regexp_replace(regexp_replace(name,
        '^[0-9]+\+([^@]+@users\.noreply\.)', '\1'),
        '^[0-9]+-([^@]+@users\.noreply\.(?!([^@]*\.)?github\.))', '\1')
    FROM (SELECT lower(btrim(regexp_replace(normalize(coalesce(substring(who FROM '<([^<>]*)>\s*$'), who), NFKC),
        '[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]', '', 'g'))) AS name) one);

-- Once, however often it is told; a word that means nobody must not stand in the way of one that does.
CREATE UNIQUE INDEX commit_author_told ON changes.commit_author (sha, repository, part, who);
DROP INDEX changes.commit_author_once;

-- As before, each name in its one form: also what was told, and which repository a change named, before there was one.
CREATE OR REPLACE VIEW changes.hand AS
    SELECT registry.repository_name(a.repository) AS repository, a.sha, a.part, a.who, p.person_id,
           changes.told_name(a.who) AS name
    FROM changes.commit_author a
    LEFT JOIN LATERAL (
        SELECT id AS person_id FROM identity.person WHERE id = changes.told_name(a.who)
        UNION
        SELECT person_id FROM identity.address WHERE email = changes.told_name(a.who)) p ON true;
CREATE OR REPLACE VIEW changes.committed AS
    SELECT DISTINCT t.change_id, h.person_id, h.part, h.sha
    FROM changes.target t
    JOIN changes.hand h ON h.sha = t.artifact AND h.repository = registry.repository_name(t.repository)
    WHERE h.person_id IS NOT NULL;
