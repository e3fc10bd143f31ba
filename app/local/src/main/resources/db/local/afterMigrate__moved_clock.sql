-- This stack's clock is moved on purpose; no other may differ from the database's.
UPDATE journal.clock SET may_differ = NULL;
