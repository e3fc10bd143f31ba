-- A form that comes again with other words, by a browser's way back, is not what was done before: to answer it with the
-- first deed would confirm what nobody did. So what it said is part of what it was; notes from before say nothing of it.
ALTER TABLE identity.sent_form ADD COLUMN said bytea NOT NULL DEFAULT '';
ALTER TABLE identity.sent_form DROP CONSTRAINT sent_form_pkey;
ALTER TABLE identity.sent_form ADD PRIMARY KEY (person, form, said);
