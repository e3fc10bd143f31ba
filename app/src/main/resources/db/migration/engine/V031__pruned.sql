-- What Camunda was told and the pictures of processes prove nothing; they need not be kept for ever.
GRANT DELETE ON engine.outbox, engine.visit TO countersign_app;

-- Pruning: what was told longest ago.
CREATE INDEX outbox_told ON engine.outbox (sent_at) WHERE sent_at IS NOT NULL;
-- Pruning: processes that ended longest ago and still have a picture.
ALTER TABLE engine.run ADD COLUMN pruned_at timestamptz;
CREATE INDEX run_ended ON engine.run (ended_at) WHERE ended_at IS NOT NULL AND pruned_at IS NULL;
