package dev.countersign.compliance;

import dev.countersign.changes.ChangeDocument.BlastRadius;
import java.util.List;

final class WavesBeyondOneZone implements Check {

    @Override
    public String id() {
        return "waves-beyond-one-zone";
    }

    @Override
    public String title() {
        return "A change that reaches beyond one zone goes out in waves";
    }

    @Override
    public String fixHint() {
        return "Write at least two waves, one per line, smallest first, with the pause before the next.";
    }

    @Override
    public Finding examine(Submission submission) {
        BlastRadius radius = submission.document().blastRadius();
        return switch (radius) {
            case ONE_HOST, ONE_ZONE ->
                Finding.notApplicable("blastRadius", "waves beyond one zone", "one zone or less is reached");
            case ONE_REGION, GLOBAL -> waves(Wording.lines(submission.document().waves()));
        };
    }

    /** One wave is all at once. */
    private static Finding waves(List<String> waves) {
        return new Finding.Collector()
                .see(waves.size() >= 2, "waves", "at least two waves, one per line", count(waves.size()))
                .finding();
    }

    private static String count(int waves) {
        return switch (waves) {
            case 0 -> "no waves";
            case 1 -> "one wave";
            default -> waves + " waves";
        };
    }
}
