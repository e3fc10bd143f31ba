package dev.countersign.compliance;

import static dev.countersign.compliance.CheckValue.SATISFIED;
import static dev.countersign.compliance.CheckValue.UNSATISFIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.registry.Environment;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisteredEnvironmentTests {

    private final Check check = new RegisteredEnvironment();

    @Test
    void isContentWhereEverySystemRunsThere() {
        assertThat(examine(Submissions.good()).value()).isEqualTo(SATISFIED);
        assertThat(examine(Submissions.good()
                                .with("environment", "staging")
                                .running(Environment.STAGING, Environment.PRODUCTION))
                        .value())
                .isEqualTo(SATISFIED);
    }

    @Test
    void refusesAnEnvironmentThatTheRegistryDoesNotHaveOfIt() {
        Finding finding = examine(Submissions.good().with("environment", "staging"));
        assertThat(finding.value()).isEqualTo(UNSATISFIED);
        assertThat(finding.evidence())
                .containsExactly(new Evidence("environment", "where basket-api runs (production)", "staging"));
    }

    @Test
    void refusesWhatRunsInAnotherOneOnly() {
        assertThat(examine(Submissions.good().running(Environment.STAGING)).evidence())
                .containsExactly(new Evidence("environment", "where basket-api runs (staging)", "production"));
    }

    @Test
    void knowsNothingOfASystemThatNobodyRegistered() {
        Finding finding = examine(Submissions.good().with("systems", List.of("basket-api", "nobodys")));
        assertThat(finding.value()).isEqualTo(UNSATISFIED);
        assertThat(finding.evidence()).hasSize(1);
    }

    private Finding examine(Submissions submissions) {
        return check.examine(submissions.submission());
    }
}
