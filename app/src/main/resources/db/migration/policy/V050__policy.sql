CREATE SCHEMA policy;
GRANT USAGE ON SCHEMA policy TO countersign_app;

-- Every decision table that ever judged a change, so that an old judgement can be read and repeated.
CREATE TABLE policy.base (
    id             text PRIMARY KEY CHECK (id ~ '^base-[1-9][0-9]*$'),
    hash           bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
    decision_table text NOT NULL,
    kept_at        timestamptz NOT NULL
);

-- What leaders said, once each: the matter is an addendum, or an amendment of one. The primary key is the rule that
-- whoever proposed it cannot approve it; the rows it stands on cannot be edited.
CREATE TABLE policy.vote (
    matter text NOT NULL CHECK (matter ~ '^ADD-[0-9]{6,12}(/[0-9]+)?$'),
    person text NOT NULL REFERENCES identity.person,
    vote   text NOT NULL CHECK (vote IN ('PROPOSED', 'APPROVED', 'DECLINED')),
    words  text NOT NULL CHECK (length(words) <= 4000),
    at     timestamptz NOT NULL,
    PRIMARY KEY (matter, person),
    UNIQUE (matter, person, vote)
);
CREATE UNIQUE INDEX vote_proposal ON policy.vote (matter) WHERE vote = 'PROPOSED';
CREATE UNIQUE INDEX vote_decision ON policy.vote (matter) WHERE vote <> 'PROPOSED';

CREATE SEQUENCE policy.addendum_number;
CREATE TABLE policy.addendum (
    id          text PRIMARY KEY CHECK (id ~ '^ADD-[0-9]{6,12}$'),
    title       text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    days        integer NOT NULL CHECK (days BETWEEN 1 AND 365),
    -- It covers changes to systems of this tier or a more critical one.
    tier        integer NOT NULL CHECK (tier BETWEEN 1 AND 4),
    proposed_by text NOT NULL,
    proposal    text NOT NULL GENERATED ALWAYS AS ('PROPOSED') STORED,
    -- Follow-up only: when its end was taken down, and by which id its process waits for an amendment.
    closed_at   timestamptz,
    wait_id     text,
    FOREIGN KEY (id, proposed_by, proposal) REFERENCES policy.vote (matter, person, vote)
);

CREATE TABLE policy.amendment (
    id          text PRIMARY KEY GENERATED ALWAYS AS (addendum || '/' || number) STORED,
    addendum    text NOT NULL REFERENCES policy.addendum,
    number      integer NOT NULL CHECK (number > 0),
    kind        text NOT NULL CHECK (kind IN ('EXTEND', 'END')),
    -- The end that an extension asks for; an early end is the moment of its approval.
    ends_at     timestamptz,
    proposed_by text NOT NULL,
    proposal    text NOT NULL GENERATED ALWAYS AS ('PROPOSED') STORED,
    -- When it was decided, or lapsed with the addendum.
    settled_at  timestamptz,
    UNIQUE (addendum, number),
    CHECK ((kind = 'EXTEND') = (ends_at IS NOT NULL)),
    FOREIGN KEY (id, proposed_by, proposal) REFERENCES policy.vote (matter, person, vote)
);
-- One at a time.
CREATE UNIQUE INDEX amendment_open ON policy.amendment (addendum) WHERE settled_at IS NULL;

-- Where every addendum stands, worked out from what was said: it runs from its approval to its end, and the last
-- approved amendment moved that end. There is no column that one could set instead of voting.
CREATE VIEW policy.standing AS
SELECT a.id, a.title, a.days, a.tier, a.closed_at, a.wait_id,
       p.person AS proposed_by, p.at AS proposed_at, p.words AS reason,
       d.person AS decided_by, d.at AS decided_at, d.vote AS decision, d.words AS remark,
       CASE d.vote WHEN 'APPROVED' THEN d.at END AS starts_at,
       CASE d.vote WHEN 'APPROVED' THEN coalesce(m.ends_at, d.at + make_interval(hours => 24 * a.days)) END AS ends_at,
       coalesce(m.kind = 'END', false) AS ended_early
FROM policy.addendum a
JOIN policy.vote p ON p.matter = a.id AND p.vote = 'PROPOSED'
LEFT JOIN policy.vote d ON d.matter = a.id AND d.vote <> 'PROPOSED'
LEFT JOIN LATERAL (
    SELECT x.kind, CASE x.kind WHEN 'END' THEN v.at ELSE x.ends_at END AS ends_at
    FROM policy.amendment x JOIN policy.vote v ON v.matter = x.id AND v.vote = 'APPROVED'
    WHERE x.addendum = a.id ORDER BY x.number DESC LIMIT 1
) m ON true;

-- What was in force at some moment: a base table and the addenda on top of it.
CREATE TABLE policy.version (
    id      text PRIMARY KEY,
    base    text NOT NULL REFERENCES policy.base,
    kept_at timestamptz NOT NULL
);
CREATE TABLE policy.version_addendum (
    version  text NOT NULL REFERENCES policy.version,
    addendum text NOT NULL REFERENCES policy.addendum,
    PRIMARY KEY (version, addendum)
);

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON policy.base FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON policy.vote FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON policy.version FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON policy.version_addendum FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON policy.base FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON policy.vote FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON policy.version FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON policy.version_addendum FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT ON policy.base, policy.vote, policy.addendum, policy.amendment, policy.version, policy.version_addendum
    TO countersign_app;
GRANT SELECT ON policy.standing TO countersign_app;
GRANT UPDATE (closed_at, wait_id) ON policy.addendum TO countersign_app;
GRANT UPDATE (settled_at) ON policy.amendment TO countersign_app;
GRANT USAGE ON SEQUENCE policy.addendum_number TO countersign_app;
