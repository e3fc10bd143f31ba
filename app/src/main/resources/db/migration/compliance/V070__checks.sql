CREATE SCHEMA compliance;
GRANT USAGE ON SCHEMA compliance TO countersign_app;

-- One run per revision: a job that comes twice finds the first answer instead of asking again.
CREATE TABLE compliance.check_run (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    change_id text NOT NULL,
    revision  integer NOT NULL,
    at        timestamptz NOT NULL,
    green     boolean NOT NULL,
    UNIQUE (change_id, revision),
    FOREIGN KEY (change_id, revision) REFERENCES changes.revision
);

CREATE TABLE compliance.check_result (
    run_id   bigint NOT NULL REFERENCES compliance.check_run,
    position smallint NOT NULL,
    check_id text NOT NULL CHECK (check_id ~ '^[a-z]+(-[a-z]+)*$'),
    version  integer NOT NULL CHECK (version > 0),
    title    text NOT NULL,
    value    text NOT NULL CHECK (value IN ('SATISFIED', 'UNSATISFIED', 'WAIVED', 'NOT_APPLICABLE', 'ERROR')),
    evidence jsonb NOT NULL,
    fix_hint text NOT NULL,
    PRIMARY KEY (run_id, check_id),
    UNIQUE (run_id, position)
);

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON compliance.check_run
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON compliance.check_run
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON compliance.check_result
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON compliance.check_result
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT ON compliance.check_run, compliance.check_result TO countersign_app;
