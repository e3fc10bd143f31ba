-- Who is behind a commit of a change stands for none of those who did not write it, whatever duty they took before that
-- was known.
CREATE OR REPLACE FUNCTION changes.refuse_author_as_other() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM changes.duty d
               WHERE d.change_id = NEW.change_id AND d.person_id = NEW.person_id AND d.duty = 'AUTHOR')
       OR EXISTS (SELECT FROM changes.committed c
                  WHERE c.change_id = NEW.change_id AND c.person_id = NEW.person_id) THEN
        RAISE EXCEPTION '% wrote % and can''t stand for those who did not', NEW.person_id, NEW.change_id;
    END IF;
    RETURN NEW;
END $$;
