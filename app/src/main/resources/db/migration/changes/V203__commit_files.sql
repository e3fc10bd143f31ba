-- Which files a commit changes, as pipelines told it. Of a repository that several systems share it tells which of them a
-- change reaches; a commit without a row reaches all of them. Another word adds to what is known and takes nothing away.
CREATE TABLE changes.commit_file (
    repository text NOT NULL CHECK (length(repository) <= 200),
    sha        text NOT NULL CHECK (sha ~ '^([0-9a-f]{40}|[0-9a-f]{64})$'),
    path       text NOT NULL CHECK (length(path) BETWEEN 1 AND 1000),
    told_by    text NOT NULL CHECK (length(told_by) <= 64),
    at         timestamptz NOT NULL,
    -- The files of the commits that a change names.
    PRIMARY KEY (sha, repository, path)
);
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON changes.commit_file
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON changes.commit_file
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
GRANT SELECT, INSERT ON changes.commit_file TO countersign_app;
