-- What a title says, word by word: signs are spaces, so that `checkout-api` is found by either of its words.
CREATE FUNCTION changes.words(title text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN to_tsvector('simple'::regconfig, regexp_replace(title, '[!-/:-@[-`{-~]+', ' ', 'g'));
GRANT EXECUTE ON FUNCTION changes.words(text) TO countersign_app;

-- WantedChanges: words of a title, in any order.
CREATE INDEX change_words ON changes.change USING gin (changes.words(title));
