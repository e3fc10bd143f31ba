-- What people hold now, and who is away now, under the one form (V017).
UPDATE reviews.claim SET person_id = identity.person_form(person_id) WHERE person_id <> identity.person_form(person_id);
INSERT INTO reviews.absence (person_id, from_at, until_at, reason, recorded_by, at)
SELECT identity.person_form(person_id), from_at, until_at, reason, identity.person_form(recorded_by), at
FROM reviews.absence a
WHERE person_id <> identity.person_form(person_id) AND until_at > now()
  AND NOT EXISTS (SELECT FROM reviews.absence_end e WHERE e.absence_id = a.id);
