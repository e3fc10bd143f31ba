-- What somebody showed that it is them for: SHA-256 over the matter and what was said of it, each with its length before
-- it. Deed.hash says the same in Java.
CREATE FUNCTION identity.deed_hash(said text[]) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT
    RETURN (SELECT sha256(string_agg(int4send(octet_length(one)) || convert_to(one, 'UTF8'), ''::bytea ORDER BY place))
            FROM unnest(said) WITH ORDINALITY AS text (one, place));

-- The log-in that was spent on a deed.
CREATE INDEX step_up_use_matter ON identity.step_up_use (matter);
