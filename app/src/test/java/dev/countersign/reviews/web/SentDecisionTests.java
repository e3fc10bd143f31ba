package dev.countersign.reviews.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duty;
import dev.countersign.forms.Answers;
import dev.countersign.identity.PersonId;
import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether what is sent again is what stands on the record. */
class SentDecisionTests {

    private static final String REASON = "Three minutes is too long for the till.";

    @Test
    void isTheSameWhenItSaysTheSame() {
        assertThat(sent("ask-for-changes", REASON, "aa").isThat(given(Answer.ASK_FOR_CHANGES, "aa")))
                .isTrue();
    }

    @Test
    void isAnotherWhenOnlyTheReasonIsTheSame() {
        var given = given(Answer.ASK_FOR_CHANGES, "aa");
        assertThat(sent("reject", REASON, "aa").isThat(given)).isFalse();
        assertThat(sent("abstain", REASON, "aa").isThat(given)).isFalse();
        assertThat(sent("", REASON, "aa").isThat(given)).isFalse();
        assertThat(sent("ask-for-changes", REASON, "bb").isThat(given)).isFalse();
        assertThat(sent("ask-for-changes", REASON + " Really.", "aa").isThat(given))
                .isFalse();
    }

    @Test
    void isAnotherInAnotherDuty() {
        var signed = new Verdict(
                new ChangeId("CHG-000001"),
                1,
                "aa",
                new PersonId("elena"),
                Optional.empty(),
                Duty.VP,
                1,
                Answer.REJECT,
                REASON,
                Instant.EPOCH,
                true);
        var declined = SentDecision.of(Duty.DIRECTOR, "aa", answers("decision", "decline", REASON));
        assertThat(declined.isThat(signed)).isFalse();
    }

    private static SentDecision sent(String verdict, String reason, String read) {
        return SentDecision.of(Duty.REVIEWER, read, answers("verdict", verdict, reason));
    }

    private static Answers answers(String key, String answer, String reason) {
        return new Answers(Map.of(
                key,
                new dev.countersign.forms.Answer.Text(answer),
                "reason",
                new dev.countersign.forms.Answer.Text(reason)));
    }

    private static Verdict given(Answer answer, String hash) {
        return new Verdict(
                new ChangeId("CHG-000001"),
                1,
                hash,
                new PersonId("chloe"),
                Optional.empty(),
                Duty.REVIEWER,
                1,
                answer,
                REASON,
                Instant.EPOCH,
                true);
    }
}
