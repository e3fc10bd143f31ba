-- What of a revision a decision stands for, by the fields that were material when it was written, and the first revision
-- whose decisions count for it. An edit of the wording keeps those of an earlier one: by the second foreign key both have
-- the same material. A revision that was there before this table gets its row when somebody decides on it or rewords it.
CREATE TABLE changes.material (
    change_id text NOT NULL,
    revision  integer NOT NULL,
    hash      bytea NOT NULL CHECK (length(hash) = 32),
    fields    text[] NOT NULL CHECK (cardinality(fields) > 0),
    since     integer NOT NULL CHECK (since > 0 AND since <= revision),
    edited_in text CHECK (edited_in IN ('IN_REVIEW', 'SIGN_OFF', 'ESCALATED', 'APPROVED')),
    PRIMARY KEY (change_id, revision),
    UNIQUE (change_id, revision, hash),
    -- A decision names both.
    UNIQUE (change_id, revision, since),
    FOREIGN KEY (change_id, revision) REFERENCES changes.revision,
    FOREIGN KEY (change_id, since, hash) REFERENCES changes.material (change_id, revision, hash),
    -- Only an edit on the way can keep anything; what is handed in after findings is decided on anew.
    CHECK (since = revision OR edited_in IS NOT NULL)
);

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON changes.material
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON changes.material
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT ON changes.material TO countersign_app;
