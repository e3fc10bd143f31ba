-- The chain on which a proposal stands: of one thing its own, of many the registry's. RegistryEvent.streamOf says the same.
CREATE FUNCTION registry.stream_of(systems text[], edit jsonb) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN jsonb_array_length(edit -> 'incidents') > 0 THEN 'incident/' || (edit #>> '{incidents,0,facts,id}')
                WHEN cardinality(systems) = 1 AND jsonb_array_length(edit -> 'departments') = 0 THEN 'system/' || systems[1]
                ELSE 'registry' END;
-- What belongs on a chain, to compare it with.
CREATE INDEX proposal_stream ON registry.proposal (registry.stream_of(systems, edit));

-- A vote counts by the entry that tells of it.
CREATE FUNCTION registry.prove_vote(given registry.vote, former boolean) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
    key    text := given.matter || ' ' || given.person;
    stream text := (SELECT registry.stream_of(p.systems, p.edit) FROM registry.proposal p WHERE p.id = given.matter);
    told   text[] := ARRAY[CASE given.vote WHEN 'PROPOSED' THEN 'registry.proposed' WHEN 'APPROVED' THEN 'registry.adopted'
        ELSE 'registry.declined' END];
    facts  jsonb := jsonb_build_object('proposal', given.matter,
        CASE given.vote WHEN 'APPROVED' THEN 'comment' ELSE 'reason' END, given.words);
BEGIN
    IF former THEN
        PERFORM journal.prove_former('registry.vote', key, stream, told, given.person, given.at, facts, NULL);
    ELSE
        PERFORM journal.prove('registry.vote', key, stream, told, given.person, given.at, facts, NULL);
    END IF;
END $$;
REVOKE EXECUTE ON FUNCTION registry.prove_vote(registry.vote, boolean) FROM PUBLIC;

CREATE FUNCTION registry.demand_proof() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    PERFORM registry.prove_vote(NEW, false);
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION registry.demand_proof() FROM PUBLIC;
CREATE CONSTRAINT TRIGGER proven AFTER INSERT ON registry.vote DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION registry.demand_proof();

SELECT registry.prove_vote(v, true) FROM registry.vote v ORDER BY v.at, v.matter;
