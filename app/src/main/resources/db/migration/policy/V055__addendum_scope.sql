-- Which changes an addendum covers: those of systems of a tier, of departments, or of a list of systems.
ALTER TABLE policy.addendum
    ADD COLUMN scope text NOT NULL DEFAULT 'TIER' CHECK (scope IN ('TIER', 'DEPARTMENTS', 'SYSTEMS')),
    ADD COLUMN members text[] NOT NULL DEFAULT '{}',
    -- It begins with its approval, or at this later moment.
    ADD COLUMN starts_on timestamptz,
    ADD CONSTRAINT addendum_members CHECK ((scope = 'TIER') = (cardinality(members) = 0));

-- What was told leaders before an end: once each, anew for an end that was moved.
CREATE TABLE policy.reminder (
    addendum    text NOT NULL REFERENCES policy.addendum,
    ends_at     timestamptz NOT NULL,
    days_before integer NOT NULL CHECK (days_before > 0),
    at          timestamptz NOT NULL,
    PRIMARY KEY (addendum, ends_at, days_before)
);

-- What a VP decided about an end that is near; an extension is an amendment and needs another leader.
CREATE TABLE policy.choice (
    addendum text NOT NULL REFERENCES policy.addendum,
    ends_at  timestamptz NOT NULL,
    person   text NOT NULL REFERENCES identity.person,
    choice   text NOT NULL CHECK (choice IN ('LET_EXPIRE', 'MAKE_PERMANENT')),
    words    text NOT NULL CHECK (length(words) <= 4000),
    -- What is made permanent is a draft, which two others have to approve.
    draft    text REFERENCES policy.draft,
    at       timestamptz NOT NULL,
    PRIMARY KEY (addendum, ends_at),
    CHECK ((choice = 'MAKE_PERMANENT') = (draft IS NOT NULL))
);

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON policy.reminder FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON policy.choice FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON policy.reminder FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON policy.choice FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

-- A third extension takes a third leader: one who neither proposed nor approved it, by the primary key of the votes.
ALTER TABLE policy.vote DROP CONSTRAINT vote_vote_check;
ALTER TABLE policy.vote ADD CONSTRAINT vote_vote_check CHECK (vote IN ('PROPOSED', 'APPROVED', 'DECLINED', 'COUNTERSIGNED', 'OBJECTED'));
DROP INDEX policy.vote_decision;
CREATE UNIQUE INDEX vote_decision ON policy.vote (matter) WHERE vote IN ('APPROVED', 'DECLINED');
CREATE UNIQUE INDEX vote_countersign ON policy.vote (matter) WHERE vote IN ('COUNTERSIGNED', 'OBJECTED');

-- What leaders agreed on about the end of each addendum, with the place of each extension in their row.
CREATE VIEW policy.agreed AS
SELECT x.addendum, x.number, x.kind, x.ends_at, v.at,
       count(*) FILTER (WHERE x.kind = 'EXTEND') OVER (PARTITION BY x.addendum ORDER BY x.number) AS extension,
       EXISTS (SELECT FROM policy.vote c WHERE c.matter = x.id AND c.vote = 'COUNTERSIGNED') AS countersigned
FROM policy.amendment x JOIN policy.vote v ON v.matter = x.id AND v.vote = 'APPROVED';

-- As before, and: a later start, and no third extension without a third leader.
CREATE OR REPLACE VIEW policy.standing AS
SELECT a.id, a.title, a.days, a.tier, a.closed_at, a.wait_id,
       p.person AS proposed_by, p.at AS proposed_at, p.words AS reason,
       d.person AS decided_by, d.at AS decided_at, d.vote AS decision, d.words AS remark,
       CASE d.vote WHEN 'APPROVED' THEN greatest(d.at, a.starts_on) END AS starts_at,
       CASE d.vote WHEN 'APPROVED' THEN coalesce(m.ends_at, greatest(d.at, a.starts_on) + make_interval(hours => 24 * a.days)) END AS ends_at,
       coalesce(m.kind = 'END', false) AS ended_early,
       a.scope, a.members, a.starts_on,
       (SELECT count(*) FROM policy.agreed g WHERE g.addendum = a.id AND g.kind = 'EXTEND'
          AND (g.extension <= 2 OR g.countersigned)) AS extensions
FROM policy.addendum a
JOIN policy.vote p ON p.matter = a.id AND p.vote = 'PROPOSED'
LEFT JOIN policy.vote d ON d.matter = a.id AND d.vote IN ('APPROVED', 'DECLINED')
LEFT JOIN LATERAL (
    SELECT g.kind, CASE g.kind WHEN 'END' THEN g.at ELSE g.ends_at END AS ends_at
    FROM policy.agreed g
    WHERE g.addendum = a.id AND (g.kind = 'END' OR g.extension <= 2 OR g.countersigned)
    ORDER BY g.number DESC LIMIT 1
) m ON true;

GRANT SELECT, INSERT ON policy.reminder, policy.choice TO countersign_app;
GRANT SELECT ON policy.agreed TO countersign_app;
