-- Two leaders take back an approved edition before it begins. The part LEADER keeps its editors away, as from the votes.
CREATE TABLE policy.edition_withdrawal (
    draft  text NOT NULL,
    round  integer NOT NULL,
    seat   integer NOT NULL CHECK (seat IN (1, 2)),
    person text NOT NULL,
    part   text NOT NULL GENERATED ALWAYS AS ('LEADER') STORED,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
    at     timestamptz NOT NULL,
    PRIMARY KEY (draft, round, seat),
    UNIQUE (draft, round, person),
    FOREIGN KEY (draft, round) REFERENCES policy.edition,
    FOREIGN KEY (draft, person, part) REFERENCES policy.draft_part (draft, person, part)
);

-- What was withdrawn before it began is never in force; what comes later than its beginning counts for nothing.
CREATE OR REPLACE VIEW policy.edition_standing AS
SELECT e.draft, e.round, e.base, v.decided_at,
       CASE WHEN v.approvals = 2 AND NOT coalesce(w.people = 2 AND w.last < greatest(e.starts_at, v.decided_at), false)
            THEN greatest(e.starts_at, v.decided_at) END AS in_force_from
FROM policy.edition e
LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE vote = 'APPROVED') AS approvals, max(at) AS decided_at
    FROM policy.edition_vote WHERE draft = e.draft AND round = e.round
) v ON true
LEFT JOIN LATERAL (
    SELECT count(*) AS people, max(at) AS last
    FROM policy.edition_withdrawal WHERE draft = e.draft AND round = e.round
) w ON true;

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON policy.edition_withdrawal
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON policy.edition_withdrawal
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT ON policy.edition_withdrawal TO countersign_app;
