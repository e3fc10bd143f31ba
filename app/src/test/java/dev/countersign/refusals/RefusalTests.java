package dev.countersign.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RefusalTests {

    private static final UnaryOperator<String> NAMES = Map.of("ben", "Ben Adeyemi", "ada", Words.YOU)::get;

    private final Refusal claim = Refusal.conflict("reviews.not-permitted")
            .cannot("claim the %s of %s", "review", "CHG-7")
            .because("%s [has|have] already reviewed revision %d", person("ben"), 1)
            .instead("Ask %s to release it.", person("ben"));

    @Test
    void tellsPeopleWhatTheyCantAndWhyByNames() {
        assertThat(claim.told(NAMES))
                .isEqualTo(new Told(
                        "You can't claim the review of CHG-7: Ben Adeyemi has already reviewed revision 1.",
                        "Ben Adeyemi has already reviewed revision 1.",
                        "Ask Ben Adeyemi to release it."));
        assertThat(claim.people()).containsExactly("ben");
    }

    @Test
    void tellsLogsTheSameByIds() {
        assertThat(claim)
                .hasMessage("Expected to claim the review of CHG-7, but ben has already reviewed revision 1.")
                .extracting(Refusal::wayOut)
                .isEqualTo("Ask ben to release it.");
    }

    @Test
    void callsWhoeverReadsItYou() {
        Refusal own = Refusal.forbidden("changes.not-an-engineer")
                .cannot("write a change")
                .because("%s [isn't|aren't] an engineer", person("ada"))
                .instead("Ask one.");
        assertThat(own.told(NAMES).sentence()).isEqualTo("You can't write a change: you aren't an engineer.");
    }

    @Test
    void saysTheFactAloneWhereThatSaysIt() {
        Refusal unknown = Refusal.notFound("changes.not-found")
                .expectedTo("find %s", "CHG-9")
                .because("there is no change %s", "CHG-9")
                .instead("Look for it in the list of changes.");
        assertThat(unknown.told(NAMES).sentence()).isEqualTo("There is no change CHG-9.");
        assertThat(unknown).hasMessage("Expected to find CHG-9, but there is no change CHG-9.");
    }

    @Test
    void lendsItsFactToTheSentenceOfAnother() {
        Refusal other = Refusal.conflict("reviews.cannot-be-asked")
                .cannot("ask %s", person("ben"))
                .because(claim.fact())
                .instead("Ask another.");
        assertThat(other.told(NAMES).sentence())
                .isEqualTo("You can't ask Ben Adeyemi: Ben Adeyemi has already reviewed revision 1.");
    }

    @Test
    void takesWhatSomebodyTypedAsItIs() {
        assertThat(Words.of("there is no person %s", "100 %s [a|b]")).hasToString("there is no person 100 %s [a|b]");
        assertThat(Words.of("%,d of 100%", 12_000)).hasToString("12,000 of 100%");
        assertThat(Words.of("100 %s")).hasToString("100 %s");
    }

    @Test
    void hasAPlaceForEachArgument() {
        assertThatIllegalArgumentException().isThrownBy(() -> Words.of("it is over", "ben"));
        assertThatIllegalArgumentException().isThrownBy(() -> Words.of("%s is over, says %s", "ben"));
    }

    private static Someone person(String id) {
        return () -> id;
    }
}
