package dev.countersign.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.ChecksAhead.Foreseen;
import org.junit.jupiter.api.Test;

/** While a text is being written the checks say of it what they will say once it is submitted. */
class TypedChecksTests {

    @Test
    void sayTheSameAsTheyWillSay() {
        Submission submission =
                Submissions.good().with("alarms", "").with("bakeMinutes", null).submission();

        assertThat(TypedChecks.foreseen(submission))
                .hasSize(Checklist.ALL.checks().size());
        assertThat(TypedChecks.foreseen(submission))
                .filteredOn(check -> !check.passes())
                .extracting(Foreseen::title)
                .containsExactly(new NamedAlarms().title(), new SufficientBakeTime().title());
        assertThat(TypedChecks.foreseen(submission))
                .allMatch(check -> check.passes() == check.hint().isEmpty())
                .allMatch(check -> check.passes() != check.stops());
    }

    @Test
    void tellWhatOnlyWarnsFromWhatStopsIt() {
        Submission submission = Submissions.good()
                .with("alarms", "")
                .blockingOnly("exact-artifact")
                .submission();

        assertThat(TypedChecks.foreseen(submission))
                .filteredOn(check -> !check.passes())
                .extracting(Foreseen::stops)
                .containsExactly(false);
    }
}
