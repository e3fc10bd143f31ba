-- ReadingHabits reads a quarter of a year of this at once, for each desk of a leader: from the index alone.
ALTER TABLE reviews.habit DROP CONSTRAINT habit_pkey;
ALTER TABLE reviews.habit ADD PRIMARY KEY (week, department, person_id) INCLUDE (approvals, timed, quick);
