package dev.countersign.reviews.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duty;
import dev.countersign.identity.PersonId;
import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Care;
import dev.countersign.reviews.Care.Affirmation;
import dev.countersign.reviews.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Whether what is sent beside a decision again is what stands on the record. */
class SentCareTests {

    private static final Care RECORDED = new Care(
            "The till\ntimed out.",
            List.of(new Affirmation("Is there an alarm?", true), new Affirmation("Is it rehearsed?", false)),
            Optional.empty(),
            Optional.of(Duration.ofMinutes(3)),
            true);

    @Test
    void isTheSameWhenItSaysTheSame() {
        assertThat(isThat(sent("  The till\r\ntimed out. ", "Is there an alarm?")))
                .isTrue();
    }

    @Test
    void isAnotherWhenAWordOrATickDiffers() {
        assertThat(isThat(sent("The till timed out, and so did the app.", "Is there an alarm?")))
                .isFalse();
        assertThat(isThat(sent("The till\ntimed out."))).isFalse();
        assertThat(isThat(sent("The till\ntimed out.", "Is there an alarm?", "Is it rehearsed?")))
                .isFalse();
        var unsaid = sent("The till\ntimed out.", "Is there an alarm?");
        unsaid.remove("_independent");
        assertThat(isThat(unsaid)).isFalse();
    }

    /** It is taken without any of that. */
    @Test
    void asksNothingOfAnAbstention() {
        assertThat(SentCare.of(sent("Anything", "Is there an alarm?")).isThat(given(Answer.ABSTAIN), Care.UNKNOWN))
                .isTrue();
    }

    private static boolean isThat(MultiValueMap<String, String> typed) {
        return SentCare.of(typed).isThat(given(Answer.APPROVE), RECORDED);
    }

    private static MultiValueMap<String, String> sent(String preMortem, String... affirmed) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        typed.add("_preMortem", preMortem);
        List.of(affirmed).forEach(question -> typed.add("_affirmed", question));
        typed.add("_independent", "yes");
        return typed;
    }

    private static Verdict given(Answer answer) {
        return new Verdict(
                new ChangeId("CHG-000001"),
                1,
                "aa",
                new PersonId("chloe"),
                Optional.empty(),
                Duty.REVIEWER,
                1,
                answer,
                "",
                Instant.EPOCH,
                true);
    }
}
