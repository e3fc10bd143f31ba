CREATE SCHEMA registry;
GRANT USAGE ON SCHEMA registry TO countersign_app;

CREATE TABLE registry.department (
    key          text PRIMARY KEY CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(key) <= 64),
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    organisation text NOT NULL CHECK (length(organisation) BETWEEN 1 AND 64),
    director     text NOT NULL REFERENCES identity.person,
    vp           text NOT NULL REFERENCES identity.person,
    CHECK (director <> vp)
);
-- Departments of a VP.
CREATE INDEX department_vp ON registry.department (vp);

CREATE TABLE registry.system (
    key         text PRIMARY KEY CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(key) <= 64),
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    description text NOT NULL CHECK (length(description) <= 1000),
    tier        integer NOT NULL CHECK (tier BETWEEN 1 AND 4),
    department  text NOT NULL REFERENCES registry.department,
    owner       text NOT NULL REFERENCES identity.person
);
-- The list: most critical first, then by key, a keyset page at a time, of all or of one department.
CREATE INDEX system_tier ON registry.system (tier, key);
CREATE INDEX system_department ON registry.system (department, tier, key);

CREATE TABLE registry.repository (
    system text NOT NULL REFERENCES registry.system,
    name   text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    PRIMARY KEY (system, name)
);
-- Which systems are built from a repository.
CREATE INDEX repository_name ON registry.repository (name);

GRANT SELECT, INSERT, UPDATE ON registry.department, registry.system, registry.repository TO countersign_app;
