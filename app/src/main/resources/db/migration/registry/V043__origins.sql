-- Which systems are built from a repository, or from a part of it: `owner/name//path`.
CREATE INDEX repository_origin ON registry.repository (split_part(name, '//', 1));
DROP INDEX registry.repository_name;
