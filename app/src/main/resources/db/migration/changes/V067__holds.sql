-- Anybody can stop a change before it is executed. Nothing moves by that; the gate lets nothing through.
CREATE TABLE changes.hold (
    change_id text NOT NULL REFERENCES changes.change,
    number    integer NOT NULL CHECK (number > 0),
    held_by   text NOT NULL REFERENCES identity.person,
    reason    text NOT NULL CHECK (length(reason) BETWEEN 10 AND 500),
    at        timestamptz NOT NULL,
    PRIMARY KEY (change_id, number)
);

-- It goes on when both sides have said so: somebody who wrote it, and somebody who did not. One row for each side by the
-- primary key, no person on both by the second one.
CREATE TABLE changes.hold_release (
    change_id text NOT NULL,
    number    integer NOT NULL,
    side      text NOT NULL CHECK (side IN ('AUTHOR', 'OTHER')),
    person_id text NOT NULL REFERENCES identity.person,
    at        timestamptz NOT NULL,
    -- An author needs an author's duty to stand on.
    duty      text GENERATED ALWAYS AS (CASE side WHEN 'AUTHOR' THEN 'AUTHOR' END) STORED,
    PRIMARY KEY (change_id, number, side),
    UNIQUE (change_id, number, person_id),
    FOREIGN KEY (change_id, number) REFERENCES changes.hold,
    FOREIGN KEY (change_id, person_id, duty) REFERENCES changes.duty (change_id, person_id, duty)
);

CREATE FUNCTION changes.refuse_author_as_other() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM changes.duty d
               WHERE d.change_id = NEW.change_id AND d.person_id = NEW.person_id AND d.duty = 'AUTHOR') THEN
        RAISE EXCEPTION '% wrote % and can''t stand for those who did not', NEW.person_id, NEW.change_id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse_author_as_other BEFORE INSERT ON changes.hold_release
    FOR EACH ROW WHEN (NEW.side = 'OTHER') EXECUTE FUNCTION changes.refuse_author_as_other();

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON changes.hold
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON changes.hold
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON changes.hold_release
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON changes.hold_release
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT ON changes.hold, changes.hold_release TO countersign_app;
