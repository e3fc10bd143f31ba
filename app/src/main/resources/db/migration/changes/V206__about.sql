-- Which changes are about a system, the newest first. An index over the array `systems` knows no order, so that a list of
-- one system's changes read and sorted all that there ever were.
CREATE TABLE changes.about (
    system    text NOT NULL,
    change_id text NOT NULL REFERENCES changes.change,
    PRIMARY KEY (system, change_id)
);
CREATE INDEX about_change ON changes.about (change_id);

-- Runs as its owner: nobody writes here by hand.
CREATE FUNCTION changes.note_systems() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    DELETE FROM changes.about WHERE change_id = NEW.id AND system <> ALL(NEW.systems);
    INSERT INTO changes.about (system, change_id) SELECT unnest(NEW.systems), NEW.id ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER note_new_systems AFTER INSERT ON changes.change
    FOR EACH ROW WHEN (cardinality(NEW.systems) > 0) EXECUTE FUNCTION changes.note_systems();
CREATE TRIGGER note_systems AFTER UPDATE ON changes.change
    FOR EACH ROW WHEN (OLD.systems IS DISTINCT FROM NEW.systems) EXECUTE FUNCTION changes.note_systems();
INSERT INTO changes.about (system, change_id) SELECT DISTINCT unnest(systems), id FROM changes.change;

-- What somebody has under way, and what is open at all.
CREATE INDEX change_own ON changes.change (author, id) WHERE status NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'ROLLED_BACK');
CREATE INDEX change_open ON changes.change (id) WHERE status NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'ROLLED_BACK');

GRANT SELECT ON changes.about TO countersign_app;
