package dev.countersign.changes.web;

/** Where the house keeps its code, by how that shows a commit and a pull request; a repository is always the address and its name. */
enum Forge {
    GITHUB("/commit/", "/pull/"),
    GITLAB("/-/commit/", "/-/merge_requests/"),
    GITEA("/commit/", "/pulls/"),
    BITBUCKET("/commits/", "/pull-requests/");

    private final String commits;
    private final String pulls;

    Forge(String commits, String pulls) {
        this.commits = commits;
        this.pulls = pulls;
    }

    String commits() {
        return commits;
    }

    String pulls() {
        return pulls;
    }
}
