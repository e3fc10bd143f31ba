package dev.countersign.compliance;

import dev.countersign.changes.ChangeDocument;
import java.util.List;
import java.util.regex.Pattern;

/** An approval binds to content, so the content has a name that cannot move: a branch or a short SHA can. */
final class ExactArtifact implements Check {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

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
                    DIGEST.matcher(document.digest()).matches(),
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
                !document.repository().isBlank(),
                "repository",
                "the repository it comes from",
                Wording.quote(document.repository()));
    }

    private static void seeCommits(ChangeDocument document, Finding.Collector seen) {
        List<String> commits = document.commits();
        for (int row = 0; row < commits.size(); row++) {
            String commit = commits.get(row);
            seen.see(
                    COMMIT.matcher(commit).matches(),
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
