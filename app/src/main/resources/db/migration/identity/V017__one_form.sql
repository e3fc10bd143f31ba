-- The one form in which a person is written: Unicode NFKC, trimmed, in small letters, of a documented alphabet. What has none
-- gets a name of its own that nobody can log in by. PersonId.recorded says the same in Java.
CREATE FUNCTION identity.person_form(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
    RETURN (SELECT CASE WHEN one ~ '^[a-z0-9][a-z0-9._@+-]{0,63}$' THEN one
                        ELSE 'former-' || left(encode(sha256(convert_to(written, 'UTF8')), 'hex'), 16) END
            FROM (SELECT lower(btrim(regexp_replace(normalize(written, NFKC),
                      '[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]', '', 'g'), E' \t\r\n')) COLLATE "C"
                  AS one) AS folded);

-- Rows in another form are history and stay: the record names them. Who they are goes on under the one form.
INSERT INTO identity.person (id, name, email, roles, seen_at, manager)
SELECT DISTINCT ON (identity.person_form(id)) identity.person_form(id), name, email,
       CASE WHEN identity.person_form(id) LIKE 'former-%' THEN '{}' ELSE roles END, seen_at, manager
FROM identity.person WHERE id <> identity.person_form(id)
ORDER BY identity.person_form(id), seen_at DESC
ON CONFLICT (id) DO NOTHING;
INSERT INTO identity.address (email, person_id, since)
SELECT email, identity.person_form(person_id), since FROM identity.address WHERE person_id <> identity.person_form(person_id)
ON CONFLICT DO NOTHING;
UPDATE identity.person SET roles = '{}' WHERE id <> identity.person_form(id);
UPDATE identity.person SET manager = identity.person_form(manager) WHERE manager <> identity.person_form(manager);

-- With the primary key: one row for each person. NOT VALID lets history stand and nothing more in.
ALTER TABLE identity.person
    ADD CONSTRAINT person_one_form CHECK (id = identity.person_form(id)) NOT VALID,
    ADD CONSTRAINT manager_one_form CHECK (manager = identity.person_form(manager));
