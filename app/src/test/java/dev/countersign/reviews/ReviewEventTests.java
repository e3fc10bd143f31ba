package dev.countersign.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import java.util.List;
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
}
