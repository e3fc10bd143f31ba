-- Which department a catalogue's group was said to be at the last import that chose one. Only the page of an import reads
-- it, to show the same choice again; what comes into the registry still stands in a proposal that two people agree on.
CREATE TABLE registry.group_choice (
    source     text PRIMARY KEY CHECK (length(source) BETWEEN 1 AND 400),
    department text NOT NULL REFERENCES registry.department,
    chosen_by  text NOT NULL,
    at         timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON registry.group_choice TO countersign_app;
