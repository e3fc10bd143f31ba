-- What leaders said counts by the entry that tells of it and, where they decide, by the log-in or signature that was spent on
-- exactly it. (Numbered after all that it is about.)
CREATE FUNCTION policy.prove_vote(given policy.vote, former boolean) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
    key       text := given.matter || ' ' || given.person;
    addendum  text := split_part(given.matter, '/', 1);
    amendment text := nullif(split_part(given.matter, '/', 2), '');
    stream    text := 'addendum/' || addendum;
    yes       boolean := given.vote IN ('APPROVED', 'COUNTERSIGNED');
    told      text[] := CASE
        WHEN amendment IS NULL THEN ARRAY['policy.addendum-' || lower(given.vote)]
        WHEN given.vote = 'PROPOSED' THEN '{policy.amendment-proposed}'
        WHEN given.vote = 'APPROVED' THEN '{policy.addendum-extended,policy.addendum-ended-early,policy.amendment-seconded}'
        WHEN yes THEN '{policy.addendum-extended,policy.addendum-ended-early}'
        ELSE '{policy.amendment-declined}' END;
    facts     jsonb := jsonb_build_object('addendum', addendum, CASE WHEN yes THEN 'comment' ELSE 'reason' END, given.words)
        || CASE WHEN amendment IS NULL THEN '{}' ELSE jsonb_build_object('number', amendment::integer) END;
    said      text[] := CASE WHEN given.vote <> 'PROPOSED' THEN ARRAY[
        CASE WHEN amendment IS NULL THEN 'addendum ' || addendum ELSE format('amendment %s of %s', amendment, addendum) END,
        yes::text, given.words] END;
BEGIN
    IF former THEN
        PERFORM journal.prove_former('policy.vote', key, stream, told, given.person, given.at, facts, said);
    ELSE
        PERFORM journal.prove('policy.vote', key, stream, told, given.person, given.at, facts, said);
    END IF;
END $$;

CREATE FUNCTION policy.prove_edition_vote(given policy.edition_vote, former boolean) RETURNS void LANGUAGE plpgsql
SET search_path = '' AS $$
DECLARE
    key    text := format('%s/%s %s', given.draft, given.round, given.person);
    stream text := 'policy/' || given.draft;
    yes    boolean := given.vote = 'APPROVED';
    told   text[] := CASE WHEN yes THEN '{policy.edition-approved,policy.edition-decided}' ELSE '{policy.edition-declined}' END;
    facts  jsonb := jsonb_build_object('draft', given.draft, 'round', given.round,
        CASE WHEN yes THEN 'comment' ELSE 'reason' END, given.words);
    said   text[] := ARRAY[format('proposal %s of %s', given.round, given.draft),
        (SELECT e.base FROM policy.edition e WHERE e.draft = given.draft AND e.round = given.round), yes::text, given.words];
BEGIN
    IF former THEN
        PERFORM journal.prove_former('policy.edition_vote', key, stream, told, given.person, given.at, facts, said);
    ELSE
        PERFORM journal.prove('policy.edition_vote', key, stream, told, given.person, given.at, facts, said);
    END IF;
END $$;

CREATE FUNCTION policy.prove_withdrawal(given policy.edition_withdrawal, former boolean) RETURNS void LANGUAGE plpgsql
SET search_path = '' AS $$
DECLARE
    key    text := format('%s/%s %s', given.draft, given.round, given.person);
    stream text := 'policy/' || given.draft;
    told   text[] := '{policy.edition-withdrawal-asked,policy.edition-withdrawn}';
    facts  jsonb := jsonb_build_object('draft', given.draft, 'round', given.round, 'reason', given.reason);
    said   text[] := ARRAY[format('withdrawal of proposal %s of %s', given.round, given.draft),
        (SELECT e.base FROM policy.edition e WHERE e.draft = given.draft AND e.round = given.round), given.reason];
BEGIN
    IF former THEN
        PERFORM journal.prove_former('policy.edition_withdrawal', key, stream, told, given.person, given.at, facts, said);
    ELSE
        PERFORM journal.prove('policy.edition_withdrawal', key, stream, told, given.person, given.at, facts, said);
    END IF;
END $$;
REVOKE EXECUTE ON FUNCTION policy.prove_vote(policy.vote, boolean), policy.prove_edition_vote(policy.edition_vote, boolean),
    policy.prove_withdrawal(policy.edition_withdrawal, boolean) FROM PUBLIC;

CREATE FUNCTION policy.demand_proof() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    IF TG_TABLE_NAME = 'vote' THEN
        PERFORM policy.prove_vote(NEW, false);
    ELSIF TG_TABLE_NAME = 'edition_vote' THEN
        PERFORM policy.prove_edition_vote(NEW, false);
    ELSE
        PERFORM policy.prove_withdrawal(NEW, false);
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER proven AFTER INSERT ON policy.vote DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION policy.demand_proof();
CREATE CONSTRAINT TRIGGER proven AFTER INSERT ON policy.edition_vote DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION policy.demand_proof();
CREATE CONSTRAINT TRIGGER proven AFTER INSERT ON policy.edition_withdrawal DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION policy.demand_proof();

SELECT policy.prove_vote(v, true) FROM policy.vote v ORDER BY v.at, v.matter;
SELECT policy.prove_edition_vote(v, true) FROM policy.edition_vote v ORDER BY v.at;
SELECT policy.prove_withdrawal(w, true) FROM policy.edition_withdrawal w ORDER BY w.at;
