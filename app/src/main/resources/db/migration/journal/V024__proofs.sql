-- How far the application's clock may be from the database's; null where it is not compared. Only the owner sets it: a
-- stack whose clock is moved for a trial has null, and no other.
CREATE TABLE journal.clock (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    may_differ interval CHECK (may_differ > interval '0')
);
INSERT INTO journal.clock (may_differ) VALUES ('5 minutes');
GRANT SELECT ON journal.clock TO countersign_app;

-- Time only goes forward in a chain, and is the database's. Which transaction wrote an entry is not for the writer to say.
CREATE FUNCTION journal.keep_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    before timestamptz := (SELECT e.at FROM journal.entry e WHERE e.stream = NEW.stream ORDER BY e.seq DESC LIMIT 1);
    may    interval := (SELECT c.may_differ FROM journal.clock c);
BEGIN
    NEW.xid := pg_current_xact_id();
    IF NEW.at < before THEN
        RAISE EXCEPTION 'Expected an entry of % at or after %, but it says %: time only goes forward.', NEW.stream, before, NEW.at
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_goes_forward';
    END IF;
    IF NEW.at NOT BETWEEN clock_timestamp() - may AND clock_timestamp() + may THEN
        RAISE EXCEPTION 'Expected an entry of % within % of %, but it says %: the clocks differ.', NEW.stream, may,
            clock_timestamp(), NEW.at USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_is_of_now';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_time BEFORE INSERT ON journal.entry FOR EACH ROW EXECUTE FUNCTION journal.keep_time();

-- What counts, and what proves it: its own entry and, where it takes one, its own log-in or signature. Only the functions
-- below write here, when the deed's transaction commits. Rows from before that are marked, with what was found of them.
CREATE TABLE journal.deed (
    kind      text NOT NULL,
    id        text NOT NULL,
    entry     bigint UNIQUE REFERENCES journal.entry,
    log_in    uuid UNIQUE REFERENCES identity.step_up_use,
    signature uuid UNIQUE REFERENCES identity.signature,
    legacy    boolean NOT NULL DEFAULT false,
    PRIMARY KEY (kind, id),
    CHECK (legacy OR entry IS NOT NULL),
    CHECK (log_in IS NULL OR signature IS NULL)
);
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON journal.deed FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON journal.deed FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
GRANT SELECT ON journal.deed TO countersign_app;

-- The entry that tells of a deed and of no other yet: about the same subject, of the same kind and person, with these facts,
-- within five minutes of it; and in its transaction, unless it is from before.
CREATE FUNCTION journal.entry_of(of_stream text, told text[], who text, moment timestamptz, facts jsonb, former boolean)
RETURNS bigint LANGUAGE sql STABLE
    RETURN (SELECT e.id FROM journal.entry e
            WHERE e.stream = of_stream AND e.actor = who AND e.kind = ANY (told)
              AND e.at BETWEEN moment - interval '5 minutes' AND moment + interval '5 minutes'
              AND (former OR e.xid = pg_current_xact_id_if_assigned())
              AND NOT EXISTS (SELECT FROM journal.deed d WHERE d.entry = e.id)
              AND e.canonical::jsonb @> jsonb_build_object('stream', e.stream, 'kind', e.kind, 'actor', e.actor, 'data', facts)
            ORDER BY e.id LIMIT 1);

-- The log-in that was spent on exactly this: matter and words, by this person, and on no other deed.
CREATE FUNCTION journal.log_in_of(who text, moment timestamptz, said text[]) RETURNS uuid LANGUAGE sql STABLE
    RETURN (SELECT u.step_up FROM identity.step_up_use u
            WHERE u.matter = said[1] AND u.person = who AND u.decided = identity.deed_hash(said)
              AND u.at BETWEEN moment - interval '5 minutes' AND moment + interval '5 minutes'
              AND NOT EXISTS (SELECT FROM journal.deed d WHERE d.log_in = u.step_up)
            ORDER BY u.at LIMIT 1);

CREATE FUNCTION journal.signature_of(who text, moment timestamptz, said text[]) RETURNS uuid LANGUAGE sql STABLE
    RETURN (SELECT s.id FROM identity.signature s
            WHERE s.matter = said[1] AND s.person = who
              AND convert_from(s.statement, 'UTF8')::jsonb @> jsonb_build_object(
                  'matter', said[1], 'person', who, 'decided', encode(identity.deed_hash(said), 'hex'))
              AND s.at BETWEEN moment - interval '5 minutes' AND moment + interval '5 minutes'
              AND NOT EXISTS (SELECT FROM journal.deed d WHERE d.signature = s.id)
            ORDER BY s.at LIMIT 1);

-- Binds a deed to its proof, or refuses it. `said` is null where no log-in is needed.
CREATE FUNCTION journal.prove(of_kind text, of_id text, of_stream text, told text[], who text, moment timestamptz, facts jsonb,
    said text[]) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
    told_by bigint := journal.entry_of(of_stream, told, who, moment, facts, false);
    signed  uuid := journal.signature_of(who, moment, said);
    shown   uuid;
BEGIN
    IF told_by IS NULL THEN
        RAISE EXCEPTION 'Expected % % of % to have its entry in the journal, but % has none of this transaction that tells of it.',
            of_kind, of_id, who, coalesce(of_stream, 'it') USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'deed_has_its_entry';
    END IF;
    IF signed IS NULL THEN
        shown := journal.log_in_of(who, moment, said);
    END IF;
    IF said IS NOT NULL AND signed IS NULL AND shown IS NULL THEN
        RAISE EXCEPTION 'Expected % % of % to have a fresh log-in or a signature of its own, but there is none for exactly this.',
            of_kind, of_id, who USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'deed_has_its_log_in';
    END IF;
    INSERT INTO journal.deed (kind, id, entry, log_in, signature) VALUES (of_kind, of_id, told_by, shown, signed);
END $$;

-- The same for what was there before: what is found is bound, what is not is marked.
CREATE FUNCTION journal.prove_former(of_kind text, of_id text, of_stream text, told text[], who text, moment timestamptz,
    facts jsonb, said text[]) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
    signed uuid := journal.signature_of(who, moment, said);
BEGIN
    INSERT INTO journal.deed (kind, id, entry, log_in, signature, legacy)
    VALUES (of_kind, of_id, journal.entry_of(of_stream, told, who, moment, facts, true),
            CASE WHEN signed IS NULL THEN journal.log_in_of(who, moment, said) END, signed, true);
END $$;

-- Nobody calls them but the owner's triggers.
REVOKE EXECUTE ON FUNCTION journal.prove, journal.prove_former FROM PUBLIC;
