-- Whoever had a duty under another spelling has it under the one form (V017) too, so nobody gets a second one on the same
-- change by logging in. What stands is added to, never edited.
INSERT INTO changes.duty (change_id, person_id, duty, since)
SELECT DISTINCT ON (change_id, identity.person_form(person_id)) change_id, identity.person_form(person_id), duty, since
FROM changes.duty d
WHERE person_id <> identity.person_form(person_id)
  -- The trigger refuses who is behind a commit; that is known of them without a row.
  AND (duty = 'AUTHOR' OR NOT EXISTS (SELECT FROM changes.committed c
      WHERE c.change_id = d.change_id AND c.person_id = identity.person_form(d.person_id)))
ORDER BY change_id, identity.person_form(person_id), since
ON CONFLICT DO NOTHING;
UPDATE changes.change SET author = identity.person_form(author) WHERE author <> identity.person_form(author);
