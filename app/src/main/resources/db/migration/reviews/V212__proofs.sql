-- A verdict counts by what proves it: its entry, and for a leader the log-in or signature that was spent on exactly it.
CREATE FUNCTION reviews.prove_verdict(given reviews.verdict, former boolean) RETURNS void LANGUAGE plpgsql
SET search_path = '' AS $$
DECLARE
    stream text := 'change/' || given.change_id;
    facts  jsonb := jsonb_build_object('change', given.change_id, 'revision', given.revision,
        'hash', encode(given.revision_hash, 'hex'), 'duty', given.duty, 'slot', given.slot, 'answer', given.verdict,
        'comment', given.comment, 'onBehalfOf', coalesce(given.on_behalf_of, ''));
    matter text := format('%s of %s, revision %s%s',
        CASE given.duty WHEN 'DIRECTOR' THEN 'sign-off-change' ELSE 'approve-escalation' END,
        given.change_id, encode(given.revision_hash, 'hex'), ', for ' || given.on_behalf_of);
    said   text[] := CASE WHEN given.duty <> 'REVIEWER' THEN ARRAY[matter, given.verdict, given.comment] END;
BEGIN
    IF former THEN
        PERFORM journal.prove_former('reviews.verdict', given.id::text, stream, '{reviews.verdict-given}', given.person_id, given.at,
            facts, said);
    ELSE
        PERFORM journal.prove('reviews.verdict', given.id::text, stream, '{reviews.verdict-given}', given.person_id, given.at,
            facts, said);
    END IF;
END $$;
REVOKE EXECUTE ON FUNCTION reviews.prove_verdict(reviews.verdict, boolean) FROM PUBLIC;

CREATE FUNCTION reviews.demand_proof() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    PERFORM reviews.prove_verdict(NEW, false);
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER proven AFTER INSERT ON reviews.verdict DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION reviews.demand_proof();

SELECT reviews.prove_verdict(v, true) FROM reviews.verdict v ORDER BY v.id;

-- Whether the gate may count it.
CREATE FUNCTION reviews.is_proven(given reviews.verdict) RETURNS boolean LANGUAGE sql STABLE
    RETURN EXISTS (SELECT FROM journal.deed d
                   WHERE d.kind = 'reviews.verdict' AND d.id = given.id::text AND d.entry IS NOT NULL
                     AND (given.duty = 'REVIEWER' OR d.log_in IS NOT NULL OR d.signature IS NOT NULL));
