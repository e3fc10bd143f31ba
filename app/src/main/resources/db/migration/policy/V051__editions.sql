-- The decision table that is in force until leaders decide on another; chosen once, by the first start.
CREATE TABLE policy.founding (
    one  boolean PRIMARY KEY DEFAULT true CHECK (one),
    base text NOT NULL REFERENCES policy.base
);
INSERT INTO policy.founding (base)
SELECT id FROM policy.base ORDER BY substring(id FROM 6)::integer DESC LIMIT 1;

-- A version is called after its table, so that nobody can call another table by that name.
ALTER TABLE policy.version ADD CONSTRAINT version_base CHECK (split_part(id, '+', 1) = base);

-- What somebody is to a draft: whoever ever edited it never votes on it, and whoever voted never edits it.
CREATE TABLE policy.draft_part (
    draft  text NOT NULL CHECK (draft ~ '^POL-[0-9]{6,12}$'),
    person text NOT NULL REFERENCES identity.person,
    part   text NOT NULL CHECK (part IN ('EDITOR', 'LEADER')),
    since  timestamptz NOT NULL,
    PRIMARY KEY (draft, person),
    UNIQUE (draft, person, part)
);

CREATE SEQUENCE policy.draft_number;
CREATE TABLE policy.draft (
    id       text PRIMARY KEY CHECK (id ~ '^POL-[0-9]{6,12}$'),
    title    text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    -- The table that it began from, and its text until somebody edits it.
    origin   text NOT NULL REFERENCES policy.base,
    -- Brought along by a release, so begun by nobody.
    shipped  boolean NOT NULL,
    begun_by text,
    part     text NOT NULL GENERATED ALWAYS AS ('EDITOR') STORED,
    begun_at timestamptz NOT NULL,
    CHECK (shipped = (begun_by IS NULL)),
    FOREIGN KEY (id, begun_by, part) REFERENCES policy.draft_part (draft, person, part)
);
-- Two nodes of one release bring its table along once.
CREATE UNIQUE INDEX draft_shipped ON policy.draft (origin) WHERE shipped;

-- Every saved text of a draft. Of two who save at once the second finds its number taken.
CREATE TABLE policy.draft_text (
    draft          text NOT NULL REFERENCES policy.draft,
    number         integer NOT NULL CHECK (number > 0),
    decision_table text NOT NULL,
    edited_by      text NOT NULL,
    part           text NOT NULL GENERATED ALWAYS AS ('EDITOR') STORED,
    edited_at      timestamptz NOT NULL,
    PRIMARY KEY (draft, number),
    FOREIGN KEY (draft, edited_by, part) REFERENCES policy.draft_part (draft, person, part)
);

-- A draft as it was proposed, each time it was: exactly this table, from that moment on.
CREATE TABLE policy.edition (
    draft       text NOT NULL REFERENCES policy.draft,
    round       integer NOT NULL CHECK (round > 0),
    base        text NOT NULL REFERENCES policy.base,
    starts_at   timestamptz NOT NULL,
    reason      text NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
    proposed_by text NOT NULL,
    part        text NOT NULL GENERATED ALWAYS AS ('EDITOR') STORED,
    proposed_at timestamptz NOT NULL,
    PRIMARY KEY (draft, round),
    FOREIGN KEY (draft, proposed_by, part) REFERENCES policy.draft_part (draft, person, part)
);

-- Two seats, two people, neither of them an editor: the keys say so, whoever runs the SQL.
CREATE TABLE policy.edition_vote (
    draft  text NOT NULL,
    round  integer NOT NULL,
    seat   integer NOT NULL CHECK (seat IN (1, 2)),
    person text NOT NULL,
    part   text NOT NULL GENERATED ALWAYS AS ('LEADER') STORED,
    vote   text NOT NULL CHECK (vote IN ('APPROVED', 'DECLINED')),
    words  text NOT NULL CHECK (length(words) <= 4000),
    at     timestamptz NOT NULL,
    PRIMARY KEY (draft, round, seat),
    UNIQUE (draft, round, person),
    FOREIGN KEY (draft, round) REFERENCES policy.edition,
    FOREIGN KEY (draft, person, part) REFERENCES policy.draft_part (draft, person, part),
    CHECK (vote = 'APPROVED' OR length(words) > 0)
);

-- From when each edition is in force, worked out from what was said. There is no column that one could set instead.
CREATE VIEW policy.edition_standing AS
SELECT e.draft, e.round, e.base, v.decided_at,
       CASE WHEN v.approvals = 2 THEN greatest(e.starts_at, v.decided_at) END AS in_force_from
FROM policy.edition e
LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE vote = 'APPROVED') AS approvals, max(at) AS decided_at
    FROM policy.edition_vote WHERE draft = e.draft AND round = e.round
) v ON true;

CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON policy.founding FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON policy.draft_part FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON policy.draft FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON policy.draft_text FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON policy.edition FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_edit BEFORE UPDATE OR DELETE ON policy.edition_vote FOR EACH ROW EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON policy.founding FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON policy.draft_part FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON policy.draft FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON policy.draft_text FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON policy.edition FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON policy.edition_vote FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_edit();

GRANT SELECT, INSERT ON policy.founding, policy.draft_part, policy.draft, policy.draft_text, policy.edition,
    policy.edition_vote TO countersign_app;
GRANT SELECT ON policy.edition_standing TO countersign_app;
GRANT USAGE ON SEQUENCE policy.draft_number TO countersign_app;
