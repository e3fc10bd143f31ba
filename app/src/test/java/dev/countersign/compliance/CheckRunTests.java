package dev.countersign.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Told;
import dev.countersign.changes.ChangeId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CheckRunTests {

    /** A check that breaks is told with its story; here it breaks on purpose. */
    @RegisterExtension
    final Told told = Told.by(Checklist.class);

    @Test
    void isGreenWhenNothingBlocks() {
        CheckRun run = run(Submissions.good());
        assertThat(run.green()).isTrue();
        assertThat(run.summary()).isEqualTo("found all 13 checks green");
    }

    @Test
    void isRedAndNamesWhatBlocks() {
        CheckRun run = run(Submissions.good().with("alarms", "").with("blastRadius", null));
        assertThat(run.green()).isFalse();
        assertThat(run.summary())
                .isEqualTo("found 2 of 13 checks red: A change that reaches beyond one zone goes out in waves; "
                        + "The alarms that would show trouble are named");
    }

    @Test
    void warnsOfWhatThePolicyDoesNotLetBlock() {
        CheckRun run = run(Submissions.good().with("alarms", "").blockingOnly("exact-artifact"));
        assertThat(run.green()).isTrue();
        assertThat(run.summary())
                .isEqualTo("passed; 1 of 13 checks only warn: The alarms that would show trouble are named");
        assertThat(run.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.tone()).isEqualTo("warn");
            assertThat(warning.fixHint()).isNotBlank();
        });
    }

    @Test
    void blocksWithoutAnAnswerWhateverThePolicySays() {
        CheckRun run = run(Submissions.good().with("blastRadius", null).blockingOnly("exact-artifact"));
        assertThat(run.green()).isFalse();
        assertThat(run.blocking()).extracting(CheckResult::check).containsExactly("waves-beyond-one-zone");
    }

    @Test
    void isNotGreenWithoutAnswers() {
        assertThat(new CheckRun(new ChangeId("CHG-000001"), 1, Submissions.CLOCK.instant(), List.of()).green())
                .isFalse();
    }

    private static CheckRun run(Submissions submissions) {
        Submission submission = submissions.submission();
        return new CheckRun(new ChangeId("CHG-000001"), 1, submission.now(), Checklist.ALL.run(submission));
    }
}
