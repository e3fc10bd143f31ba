-- Who is away, from a moment to a moment, unless they are back before. It begins and ends by these times and the clock.
CREATE TABLE reviews.absence (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id   text NOT NULL REFERENCES identity.person,
    from_at     timestamptz NOT NULL,
    until_at    timestamptz NOT NULL,
    reason      text NOT NULL CHECK (length(reason) BETWEEN 3 AND 200),
    recorded_by text NOT NULL REFERENCES identity.person,
    at          timestamptz NOT NULL,
    CHECK (until_at > from_at),
    UNIQUE (id, person_id)
);
-- Whether somebody is away; somebody's own.
CREATE INDEX absence_person ON reviews.absence (person_id, until_at);
-- Who is away now, or will be.
CREATE INDEX absence_until ON reviews.absence (until_at);

CREATE TABLE reviews.absence_end (
    absence_id bigint PRIMARY KEY REFERENCES reviews.absence,
    ended_by   text NOT NULL REFERENCES identity.person,
    at         timestamptz NOT NULL
);

-- Who decides for somebody while they are away, in all that they lead or in one department. Of several that cover the same
-- department the last one counts. Nobody stands in for themselves, and nobody makes themselves somebody's delegate.
CREATE TABLE reviews.delegation (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    absence_id  bigint NOT NULL,
    delegator   text NOT NULL,
    delegate    text NOT NULL REFERENCES identity.person,
    department  text REFERENCES registry.department,
    recorded_by text NOT NULL REFERENCES identity.person,
    at          timestamptz NOT NULL,
    FOREIGN KEY (absence_id, delegator) REFERENCES reviews.absence (id, person_id),
    CONSTRAINT delegation_to_another CHECK (delegate <> delegator AND delegate <> recorded_by),
    -- A decision for somebody names the delegation by which it was taken, and both people.
    UNIQUE (id, delegator, delegate)
);
CREATE INDEX delegation_absence ON reviews.delegation (absence_id);
-- For whom somebody may decide.
CREATE INDEX delegation_delegate ON reviews.delegation (delegate);

CREATE FUNCTION reviews.is_away(person text, moment timestamptz) RETURNS boolean LANGUAGE sql STABLE
    RETURN EXISTS (SELECT FROM reviews.absence a
                   WHERE a.person_id = person AND a.from_at <= moment AND moment < a.until_at
                     AND NOT EXISTS (SELECT FROM reviews.absence_end e WHERE e.absence_id = a.id AND e.at <= moment));

-- The delegation by which somebody decides for a leader in a department at that moment, if there is one.
CREATE FUNCTION reviews.delegation_of(leader text, led text, moment timestamptz) RETURNS bigint LANGUAGE sql STABLE
    RETURN (SELECT d.id FROM reviews.absence a JOIN reviews.delegation d ON d.absence_id = a.id
            WHERE a.person_id = leader AND a.from_at <= moment AND moment < a.until_at
              AND NOT EXISTS (SELECT FROM reviews.absence_end e WHERE e.absence_id = a.id AND e.at <= moment)
              AND (d.department IS NULL OR d.department = led) AND d.at <= moment
            ORDER BY d.id DESC LIMIT 1);

-- For whom a verdict was given. The foreign key wants the same duty for both: whoever wrote the change or is anything else
-- to it has none of that kind, so nobody can decide for them, and whoever was decided for is nothing else to it later.
ALTER TABLE reviews.verdict
    ADD COLUMN on_behalf_of text,
    ADD COLUMN delegation   bigint,
    ADD CONSTRAINT verdict_on_behalf
        FOREIGN KEY (change_id, on_behalf_of, duty) REFERENCES changes.duty (change_id, person_id, duty),
    ADD CONSTRAINT verdict_delegation
        FOREIGN KEY (delegation, on_behalf_of, person_id) REFERENCES reviews.delegation (id, delegator, delegate),
    -- Reviews are for whoever is there.
    ADD CONSTRAINT verdict_of_leader CHECK (on_behalf_of IS NULL OR duty IN ('DIRECTOR', 'VP')),
    ADD CONSTRAINT verdict_by_delegation CHECK ((on_behalf_of IS NULL) = (delegation IS NULL));

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON reviews.absence
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON reviews.absence
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON reviews.absence_end
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON reviews.absence_end
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON reviews.delegation
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON reviews.delegation
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT ON reviews.absence, reviews.absence_end, reviews.delegation TO countersign_app;
