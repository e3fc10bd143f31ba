-- Who had a duty before it was told that they are behind a commit of the change keeps it, but gives no verdict any more,
-- and nobody gives one for them.
CREATE FUNCTION reviews.refuse_committer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM changes.committed c
               WHERE c.change_id = NEW.change_id AND c.person_id IN (NEW.person_id, NEW.on_behalf_of)) THEN
        RAISE EXCEPTION '% is behind a commit of % and can give no verdict on it', NEW.person_id, NEW.change_id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse_committer BEFORE INSERT ON reviews.verdict
    FOR EACH ROW EXECUTE FUNCTION reviews.refuse_committer();
