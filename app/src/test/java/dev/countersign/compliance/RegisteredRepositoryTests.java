package dev.countersign.compliance;

import static dev.countersign.compliance.CheckValue.NOT_APPLICABLE;
import static dev.countersign.compliance.CheckValue.SATISFIED;
import static dev.countersign.compliance.CheckValue.UNSATISFIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegisteredRepositoryTests {

    private final Check check = new RegisteredRepository();

    @Test
    void isContentWhereEverySystemIsBuiltFromIt() {
        Finding finding = examine(Submissions.good().with("systems", List.of("basket-api", "checkout-web")));
        assertThat(finding.value()).isEqualTo(SATISFIED);
    }

    @Test
    void refusesARepositoryThatBuildsAnotherSystem() {
        Finding finding = examine(Submissions.good().building(Map.of("checkout-api", 1)));
        assertThat(finding.value()).isEqualTo(UNSATISFIED);
        assertThat(finding.evidence())
                .containsExactly(new Evidence(
                        "repository",
                        "what basket-api is built from (storefront/basket-api)",
                        "storefront/basket-api, which builds checkout-api"));
    }

    @Test
    void refusesOneThatNobodyRegistered() {
        Finding finding =
                examine(Submissions.good().with("repository", "evil/cart").building(Map.of()));
        assertThat(finding.value()).isEqualTo(UNSATISFIED);
        assertThat(finding.evidence())
                .extracting(Evidence::actual)
                .allMatch("evil/cart, which nobody registered"::equals);
    }

    @Test
    void refusesWhatItBuildsBesideASystemThatItDoesNotBuild() {
        Submissions both = Submissions.good()
                .with("systems", List.of("basket-api", "checkout-web"))
                .building(Map.of("basket-api", 1));
        assertThat(examine(both).evidence())
                .extracting(Evidence::expected)
                .containsExactly("what checkout-web is built from (the registry has no repository of it)");
    }

    @Test
    void namesWhatIsBuiltFromItAsWell() {
        assertThat(examine(Submissions.good()).evidence())
                .extracting(Evidence::actual)
                .contains("checkout-web (tier 2) is built from it as well, and counts");
    }

    @Test
    void asksNothingWhereNothingFromARepositoryIsReleased() {
        assertThat(examine(Submissions.good().with("repository", "")).value()).isEqualTo(NOT_APPLICABLE);
    }

    private Finding examine(Submissions submissions) {
        return check.examine(submissions.submission());
    }
}
