-- A key counts by the entry that tells of it.
CREATE FUNCTION gate.prove_key(turned gate.second_key, former boolean) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
    stream text := 'change/' || turned.change_id;
    facts  jsonb := jsonb_build_object('change', turned.change_id, 'revision', turned.revision,
        'hash', encode(turned.revision_hash, 'hex'));
BEGIN
    IF former THEN
        PERFORM journal.prove_former('gate.second_key', turned.id::text, stream, '{gate.key-turned}', turned.turned_by,
            turned.turned_at, facts, NULL);
    ELSE
        PERFORM journal.prove('gate.second_key', turned.id::text, stream, '{gate.key-turned}', turned.turned_by, turned.turned_at,
            facts, NULL);
    END IF;
END $$;
REVOKE EXECUTE ON FUNCTION gate.prove_key(gate.second_key, boolean) FROM PUBLIC;

CREATE FUNCTION gate.demand_proof() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    PERFORM gate.prove_key(NEW, false);
    IF NOT EXISTS (SELECT FROM journal.deed d JOIN journal.entry e ON e.id = d.entry
                   WHERE d.kind = 'gate.second_key' AND d.id = NEW.id::text
                     AND (e.canonical::jsonb #>> '{data,until}')::timestamptz - NEW.holds_until
                         BETWEEN interval '-1 ms' AND interval '1 ms') THEN
        RAISE EXCEPTION 'Expected key % of % to hold as long as its entry says, but it does not.', NEW.id, NEW.turned_by
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'deed_has_its_entry';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER proven AFTER INSERT ON gate.second_key DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION gate.demand_proof();

SELECT gate.prove_key(k, true) FROM gate.second_key k ORDER BY k.id;

-- Whether the gate may count it.
CREATE FUNCTION gate.is_proven(turned gate.second_key) RETURNS boolean LANGUAGE sql STABLE
    RETURN EXISTS (SELECT FROM journal.deed d
                   WHERE d.kind = 'gate.second_key' AND d.id = turned.id::text AND d.entry IS NOT NULL);
