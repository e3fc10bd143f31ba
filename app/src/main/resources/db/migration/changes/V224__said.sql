-- All that a text says, word by word as in titles: reviewers look for what a change does, not only for what it is called.
-- A long text is known by its beginning, so that no text is too long to be handed in.
CREATE FUNCTION changes.said(document jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN strip(changes.words(left((SELECT string_agg(part #>> '{}', ' ') FROM jsonb_path_query(document, 'strict $.**') AS part
                                     WHERE jsonb_typeof(part) = 'string'), 100000)));
GRANT EXECUTE ON FUNCTION changes.said(jsonb) TO countersign_app;

-- InboxRows: asked of the texts that wait, by their key; few wait, however many there are.
ALTER TABLE changes.revision ADD COLUMN said tsvector GENERATED ALWAYS AS (changes.said(document)) STORED;
