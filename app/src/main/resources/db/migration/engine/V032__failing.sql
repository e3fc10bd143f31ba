-- Work of a process that failed when it was tried last. Nothing counts by it: it is there to be seen, and forgotten soon.
CREATE TABLE engine.failure (
    subject text NOT NULL,
    run     integer NOT NULL,
    element text NOT NULL,
    words   text NOT NULL,
    tries   integer NOT NULL,
    since   timestamptz NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (subject, run, element)
);
-- Troubles: what failed lately. Pruning: what failed long ago.
CREATE INDEX failure_at ON engine.failure (at);
GRANT SELECT, INSERT, UPDATE, DELETE ON engine.failure TO countersign_app;
