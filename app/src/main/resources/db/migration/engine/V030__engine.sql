CREATE SCHEMA engine;
GRANT USAGE ON SCHEMA engine TO countersign_app;

-- One row per subject: which run of its process is the valid one, and which instance owns that run.
CREATE TABLE engine.run (
    subject    text PRIMARY KEY CHECK (length(subject) <= 64),
    process    text NOT NULL,
    run        integer NOT NULL CHECK (run > 0),
    instance   bigint,
    started_at timestamptz NOT NULL,
    looked_at  timestamptz NOT NULL,
    ended_at   timestamptz
);
-- The reconciler takes those that it looked at longest ago.
CREATE INDEX run_looked ON engine.run (looked_at) WHERE ended_at IS NULL;

-- Whose an instance is; a key seen twice means that the broker began anew.
CREATE INDEX run_instance ON engine.run (instance) WHERE ended_at IS NULL;

CREATE TABLE engine.outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject      text NOT NULL,
    run          integer NOT NULL,
    kind         text NOT NULL,
    payload      jsonb NOT NULL,
    created_at   timestamptz NOT NULL,
    attempts     integer NOT NULL DEFAULT 0,
    not_before   timestamptz NOT NULL,
    leased_until timestamptz,
    sent_at      timestamptz,
    answer       text
);
-- What a subject was told lately.
CREATE INDEX outbox_sent ON engine.outbox (subject, sent_at);
-- The relay: the head of each subject's queue.
CREATE INDEX outbox_unsent ON engine.outbox (subject, id) WHERE sent_at IS NULL;

CREATE TABLE engine.user_task (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject          text NOT NULL,
    process          text NOT NULL,
    run              integer NOT NULL,
    job_key          bigint NOT NULL,
    element          text NOT NULL,
    item             text NOT NULL DEFAULT '',
    form             text NOT NULL DEFAULT '',
    candidate_groups text[] NOT NULL DEFAULT '{}',
    opened_at        timestamptz NOT NULL,
    due              timestamptz,
    state            text NOT NULL CHECK (state IN ('OPEN', 'DONE', 'CLOSED')),
    ended_at         timestamptz,
    UNIQUE (subject, run, job_key)
);
-- One open task for each thing that is asked; a lost broker's new job finds it again.
CREATE UNIQUE INDEX user_task_open ON engine.user_task (subject, element, item) WHERE state = 'OPEN';
CREATE INDEX user_task_groups ON engine.user_task USING gin (candidate_groups) WHERE state = 'OPEN';

-- What the process passed, for the live diagram.
CREATE TABLE engine.visit (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject text NOT NULL,
    process text NOT NULL,
    run     integer NOT NULL,
    element text NOT NULL,
    kind    text NOT NULL CHECK (kind IN ('entered', 'completed')),
    at      timestamptz NOT NULL
);
CREATE INDEX visit_subject ON engine.visit (subject, id);

GRANT SELECT, INSERT, UPDATE ON engine.run, engine.outbox, engine.user_task TO countersign_app;
GRANT SELECT, INSERT ON engine.visit TO countersign_app;
