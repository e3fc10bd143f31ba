-- Which systems people know: of which they last wrote or reviewed a change, and when. What they did in all those years is
-- read once, when they do it, and not each time that somebody looks at a list.
CREATE TABLE reviews.known (
    person_id text NOT NULL REFERENCES identity.person,
    system    text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (person_id, system)
);
-- Who knows one.
CREATE INDEX known_system ON reviews.known (system, at);

CREATE FUNCTION reviews.learn(change text, person text, moment timestamptz) RETURNS void LANGUAGE sql
    BEGIN ATOMIC
        INSERT INTO reviews.known AS k (person_id, system, at)
        SELECT person, s.key, moment FROM changes.change c CROSS JOIN LATERAL (SELECT DISTINCT unnest(c.systems) ORDER BY 1) AS s (key)
        WHERE c.id = change AND c.revision > 0
        ON CONFLICT (person_id, system) DO UPDATE SET at = EXCLUDED.at WHERE k.at < EXCLUDED.at;
    END;

-- They run as their owner: nobody writes here by hand.
CREATE FUNCTION reviews.learn_by_review() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    PERFORM reviews.learn(NEW.change_id, NEW.person_id, NEW.at);
    RETURN NULL;
END $$;
CREATE FUNCTION reviews.learn_by_duty() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    PERFORM reviews.learn(NEW.change_id, NEW.person_id, NEW.since);
    RETURN NULL;
END $$;
CREATE FUNCTION reviews.learn_by_revision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    PERFORM reviews.learn(NEW.id, d.person_id, coalesce(NEW.submitted_at, NEW.created_at))
    FROM changes.duty d WHERE d.change_id = NEW.id AND d.duty = 'AUTHOR' ORDER BY d.person_id;
    RETURN NULL;
END $$;
CREATE TRIGGER learn AFTER INSERT ON reviews.verdict
    FOR EACH ROW WHEN (NEW.duty = 'REVIEWER') EXECUTE FUNCTION reviews.learn_by_review();
CREATE TRIGGER learn AFTER INSERT ON changes.duty
    FOR EACH ROW WHEN (NEW.duty = 'AUTHOR') EXECUTE FUNCTION reviews.learn_by_duty();
CREATE TRIGGER learn AFTER UPDATE ON changes.change
    FOR EACH ROW WHEN (OLD.revision IS DISTINCT FROM NEW.revision OR OLD.systems IS DISTINCT FROM NEW.systems)
    EXECUTE FUNCTION reviews.learn_by_revision();

INSERT INTO reviews.known (person_id, system, at)
SELECT d.person_id, s.key, max(d.since)
FROM changes.duty d JOIN changes.change c ON c.id = d.change_id AND c.revision > 0 CROSS JOIN LATERAL unnest(c.systems) AS s (key)
WHERE d.duty IN ('AUTHOR', 'REVIEWER') GROUP BY d.person_id, s.key;

GRANT SELECT ON reviews.known TO countersign_app;

-- How departments read before they approve, by the week. An approval belongs to one person, so nobody waits for anybody's row.
CREATE TABLE reviews.habit (
    department text NOT NULL,
    week       date NOT NULL,
    person_id  text NOT NULL REFERENCES identity.person,
    approvals  integer NOT NULL,
    timed      integer NOT NULL,
    quick      integer NOT NULL,
    PRIMARY KEY (week, department, person_id)
);

CREATE VIEW reviews.habit_of AS
    SELECT k.change_id, k.revision, k.person_id, c.department, date_trunc('week', v.at AT TIME ZONE 'UTC')::date AS week,
           (k.seconds IS NOT NULL)::integer AS timed, coalesce((k.seconds < 60)::integer, 0) AS quick
    FROM reviews.care k
    JOIN reviews.verdict v ON v.change_id = k.change_id AND v.revision = k.revision AND v.person_id = k.person_id
    JOIN changes.change c ON c.id = k.change_id
    WHERE v.verdict = 'APPROVE' AND v.duty = 'REVIEWER';

CREATE FUNCTION reviews.note_habit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    INSERT INTO reviews.habit AS h
    SELECT o.department, o.week, o.person_id, 1, o.timed, o.quick FROM reviews.habit_of o
    WHERE o.change_id = NEW.change_id AND o.revision = NEW.revision AND o.person_id = NEW.person_id
    ON CONFLICT (week, department, person_id) DO UPDATE SET
        approvals = h.approvals + 1, timed = h.timed + EXCLUDED.timed, quick = h.quick + EXCLUDED.quick;
    RETURN NULL;
END $$;
CREATE TRIGGER note_habit AFTER INSERT ON reviews.care FOR EACH ROW EXECUTE FUNCTION reviews.note_habit();

INSERT INTO reviews.habit
SELECT department, week, person_id, count(*), sum(timed), sum(quick)
FROM reviews.habit_of GROUP BY department, week, person_id;

DROP INDEX reviews.verdict_approved;
GRANT SELECT ON reviews.habit TO countersign_app;
