-- Whether the policy lets a red answer stop the change; one that could not be given stops it always.
ALTER TABLE compliance.check_result ADD COLUMN required boolean NOT NULL DEFAULT true;
