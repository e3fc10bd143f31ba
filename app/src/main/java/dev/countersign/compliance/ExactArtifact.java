package dev.countersign.compliance;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.spelling.ArtifactDigest;
import dev.countersign.spelling.CommitSha;
import dev.countersign.spelling.RepositoryName;
import java.util.List;

/** An approval binds to content, so the content has a name that cannot move: a branch or a short SHA can. */
final class ExactArtifact implements Check {

    @Override
    public String id() {
        return "exact-artifact";
    }

    @Override
    public String title() {
        return "What is released is named by full commit SHA or artifact digest";
    }

    @Override
    public String fixHint() {
        return "Name the repository and each commit by its full SHA (git rev-parse HEAD), or the artifact by its"
                + " sha256 digest, or both.";
    }

    @Override
    public Finding examine(Submission submission) {
        ChangeDocument document = submission.document();
        if (releasesNothing(document)) {
            return Finding.notApplicable("commits", "a full SHA or digest", "a manual operation that releases nothing");
        }
        Finding.Collector seen = new Finding.Collector();
        seeNames(document, seen);
        seeCommits(document, seen);
        if (!document.digest().isBlank()) {
            seen.see(
                    ArtifactDigest.of(document.digest()).isPresent(),
                    "digest",
                    "sha256: and 64 of 0-9 and a-f",
                    document.digest());
        }
        return seen.finding();
    }

    private static void seeNames(ChangeDocument document, Finding.Collector seen) {
        boolean named = !document.commits().isEmpty() || !document.digest().isBlank();
        seen.see(named, "commits", "a full SHA or digest", named ? "named" : "neither");
        seen.see(
                document.repositoryName().isPresent(),
                "repository",
                RepositoryName.SPELLING,
                Wording.quote(document.repository()));
    }

    private static void seeCommits(ChangeDocument document, Finding.Collector seen) {
        List<String> commits = document.commits();
        for (int row = 0; row < commits.size(); row++) {
            String commit = commits.get(row);
            seen.see(
                    CommitSha.of(commit).isPresent(),
                    "commits[%d]".formatted(row),
                    "40 (or 64) of 0-9 and a-f",
                    Wording.quote(commit));
        }
    }

    private static boolean releasesNothing(ChangeDocument document) {
        return document.kind() == ChangeDocument.Kind.MANUAL_OPERATION
                && document.repository().isBlank()
                && document.commits().isEmpty()
                && document.digest().isBlank();
    }
}
