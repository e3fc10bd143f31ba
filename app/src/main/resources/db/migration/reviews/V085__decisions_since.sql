-- A decision counts for every later revision that says the same in other words, so it is among all of those that nobody
-- speaks twice and no seat is taken twice. They are known by the first of them. Decisions from before this column were
-- each about a revision of their own.
ALTER TABLE reviews.verdict ADD COLUMN since integer;
ALTER TABLE reviews.verdict ADD CONSTRAINT verdict_since CHECK (since IS NOT NULL) NOT VALID;
ALTER TABLE reviews.verdict ADD CONSTRAINT verdict_material
    FOREIGN KEY (change_id, revision, since) REFERENCES changes.material (change_id, revision, since);
CREATE UNIQUE INDEX verdict_person_once ON reviews.verdict (change_id, coalesce(since, revision), person_id);
CREATE UNIQUE INDEX verdict_seat_once ON reviews.verdict (change_id, coalesce(since, revision), duty, slot);
