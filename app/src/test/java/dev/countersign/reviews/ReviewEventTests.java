package dev.countersign.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewEventTests {

    @ParameterizedTest
    @CsvSource({
        ChangePlan.REVIEW + ", review",
        ChangePlan.SIGN_OFF + ", sign-off",
        ChangePlan.ESCALATION + ", decision on the escalation"
    })
    void callsATaskAsPeopleDo(String element, String words) {
        var change = new ChangeId("CHG-000001");
        assertThat(new ReviewEvent.Claimed(change, "chloe", List.of(), 1, element).summary())
                .isEqualTo("claimed the " + words);
        assertThat(new ReviewEvent.Released(change, "chloe", List.of(), 1, element).summary())
                .isEqualTo("released the " + words);
    }

    @Test
    void tellsAnAbsenceInAFewWords() {
        Instant from = Instant.parse("2026-11-25T04:14:39.797575Z");
        var own = new AbsenceEvent.Declared(1, "elena", "elena", from, from.plusSeconds(3600), "On leave");
        assertThat(own.summary()).isEqualTo("is away from 2026-11-25T04:14:39Z to 2026-11-25T05:14:39Z: On leave");
        var ill = new AbsenceEvent.Declared(1, "elena", "grace", from, from.plusSeconds(3600), "Ill");
        assertThat(ill.summary()).startsWith("declared that elena is away from 2026-11-25T04");
    }
}
