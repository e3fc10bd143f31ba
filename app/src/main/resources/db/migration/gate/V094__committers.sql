-- A key is another person's. Who had a duty before it was told that they are behind a commit keeps that duty, but turns none.
CREATE FUNCTION gate.refuse_committer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM changes.committed c
               WHERE c.change_id = NEW.change_id AND c.person_id = NEW.turned_by) THEN
        RAISE EXCEPTION '% is behind a commit of % and can turn no key for it', NEW.turned_by, NEW.change_id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse_committer BEFORE INSERT ON gate.second_key
    FOR EACH ROW EXECUTE FUNCTION gate.refuse_committer();
