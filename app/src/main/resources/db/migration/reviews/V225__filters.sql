-- Searches of the inbox that somebody keeps under a name: theirs alone, and nothing hangs on them.
CREATE TABLE reviews.saved_filter (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id text NOT NULL REFERENCES identity.person,
    name      text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    query     text NOT NULL CHECK (length(query) BETWEEN 1 AND 8000),
    UNIQUE (person_id, name)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON reviews.saved_filter TO countersign_app;

-- LeaderFigures: how long the decisions of the last thirty days took, however many came before.
CREATE INDEX verdict_at ON reviews.verdict (at);
