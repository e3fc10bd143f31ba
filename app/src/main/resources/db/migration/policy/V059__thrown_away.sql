-- A draft that was never proposed can be thrown away. Its rows stay, as all of the policy's do; nobody can propose it any more.
CREATE TABLE policy.draft_discard (
    draft  text PRIMARY KEY REFERENCES policy.draft,
    person text NOT NULL REFERENCES identity.person,
    at     timestamptz NOT NULL
);

CREATE FUNCTION policy.refuse_crossing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM policy.edition WHERE draft = NEW.draft)
       AND EXISTS (SELECT FROM policy.draft_discard WHERE draft = NEW.draft) THEN
        RAISE EXCEPTION 'draft % is either proposed or thrown away', NEW.draft;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER never_proposed AFTER INSERT ON policy.draft_discard FOR EACH ROW EXECUTE FUNCTION policy.refuse_crossing();
CREATE TRIGGER not_thrown_away AFTER INSERT ON policy.edition FOR EACH ROW EXECUTE FUNCTION policy.refuse_crossing();

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON policy.draft_discard
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON policy.draft_discard
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT ON policy.draft_discard TO countersign_app;
