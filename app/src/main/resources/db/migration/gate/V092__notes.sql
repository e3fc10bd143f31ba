-- What an answer says beside its reasons; it decides nothing.
ALTER TABLE gate.decision ADD COLUMN notes jsonb NOT NULL DEFAULT '[]';
