-- Which entries are about a system, the newest first: an index over the array `systems` knows no order.
CREATE TABLE journal.about (
    system   text NOT NULL,
    entry_id bigint NOT NULL,
    PRIMARY KEY (system, entry_id)
);

-- Runs as its owner: nobody writes here by hand.
CREATE FUNCTION journal.note_systems() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    INSERT INTO journal.about (system, entry_id) SELECT DISTINCT unnest(NEW.systems), NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER note_systems AFTER INSERT ON journal.entry
    FOR EACH ROW WHEN (cardinality(NEW.systems) > 0) EXECUTE FUNCTION journal.note_systems();
INSERT INTO journal.about (system, entry_id) SELECT DISTINCT unnest(systems), id FROM journal.entry;

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON journal.about
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON journal.about
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT ON journal.about TO countersign_app;
