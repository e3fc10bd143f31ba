-- What was submitted lately, the newest first: a draft of the policy is tried on it.
CREATE INDEX change_submitted ON changes.change (submitted_at DESC, id DESC) WHERE submitted_at IS NOT NULL;
