-- Two seats at the review table, one for each leader: nobody can add a third voice beside them.
ALTER TABLE reviews.verdict ADD CONSTRAINT verdict_seat CHECK (slot = 1 OR (duty = 'REVIEWER' AND slot = 2));
