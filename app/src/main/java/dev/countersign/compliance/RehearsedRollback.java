package dev.countersign.compliance;

import dev.countersign.changes.ChangeDocument;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

final class RehearsedRollback implements Check {

    @Override
    public String id() {
        return "rehearsed-rollback";
    }

    @Override
    public String title() {
        return "The rollback is written down and was rehearsed within %d days".formatted(Submission.FRESH_DAYS);
    }

    @Override
    public String fixHint() {
        return "Write how to roll back and how many minutes it took, rehearse it, and give the day of the rehearsal.";
    }

    @Override
    public Finding examine(Submission submission) {
        ChangeDocument document = submission.document();
        String how = document.rollbackHow();
        Integer minutes = document.rollbackMinutes();
        LocalDate rehearsed = document.rollbackRehearsedOn();
        return new Finding.Collector()
                .see(Wording.says(how), "rollbackHow", "the way back, in words", Wording.quote(how))
                .see(
                        minutes != null,
                        "rollbackMinutes",
                        "its measured minutes",
                        minutes == null ? "nothing" : minutes + " min")
                .see(
                        rehearsed != null && submission.isFresh(rehearsed),
                        "rollbackRehearsedOn",
                        "a rehearsal at most %d days ago".formatted(Submission.FRESH_DAYS),
                        aged(submission, rehearsed))
                .finding();
    }

    private static String aged(Submission submission, @Nullable LocalDate rehearsed) {
        return rehearsed == null ? "no rehearsal" : submission.aged(rehearsed);
    }
}
