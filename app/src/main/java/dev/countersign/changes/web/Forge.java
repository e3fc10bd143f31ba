package dev.countersign.changes.web;

/** Where the house keeps its code, by how that shows a commit; a repository is always the address and its name. */
enum Forge {
    GITHUB("/commit/"),
    GITLAB("/-/commit/"),
    GITEA("/commit/"),
    BITBUCKET("/commits/");

    private final String commits;

    Forge(String commits) {
        this.commits = commits;
    }

    String commits() {
        return commits;
    }
}
