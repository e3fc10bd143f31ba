package dev.countersign.compliance;

import static dev.countersign.compliance.CheckValue.NOT_APPLICABLE;
import static dev.countersign.compliance.CheckValue.SATISFIED;
import static dev.countersign.compliance.CheckValue.UNSATISFIED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedWindowTests {

    private final Check check = new BoundedWindow();

    @Test
    void allowsAWindowOfExactlyThatLength() {
        assertThat(examine(Submissions.good().demandingWindow(2)).value()).isEqualTo(SATISFIED);
    }

    @Test
    void refusesALongerOneAndSaysHowLongItIs() {
        Finding finding = examine(
                Submissions.good().with("windowEnd", "2026-11-24T12:01:00Z").demandingWindow(2));
        assertThat(finding.value()).isEqualTo(UNSATISFIED);
        assertThat(finding.evidence())
                .containsExactly(new Evidence("windowEnd", "a window of 2 h at most", "2 h 1 min"));
    }

    @Test
    void refusesFiveYears() {
        assertThat(examine(Submissions.good()
                                .with("windowEnd", "2031-11-24T10:00:00Z")
                                .demandingWindow(8))
                        .evidence())
                .extracting(Evidence::actual)
                .containsExactly("1826 days");
    }

    @Test
    void refusesOneWithoutAnEnd() {
        assertThat(examine(Submissions.good().with("windowEnd", null).demandingWindow(8))
                        .value())
                .isEqualTo(UNSATISFIED);
    }

    @Test
    void asksNothingWhereThePolicySetsNoLimit() {
        assertThat(examine(Submissions.good().demandingWindow(0)).value()).isEqualTo(NOT_APPLICABLE);
    }

    private Finding examine(Submissions submissions) {
        return check.examine(submissions.submission());
    }
}
