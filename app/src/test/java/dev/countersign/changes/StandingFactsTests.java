package dev.countersign.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.identity.PersonId;
import dev.countersign.registry.Environment;
import dev.countersign.registry.ProductionSystem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandingFactsTests {

    @Test
    void nameEveryHourThatAPartOfTheWindowLiesIn() {
        assertThat(hours("2026-11-23T21:59:00Z", "2026-11-24T00:01:00Z")).containsExactly(0, 21, 22, 23);
    }

    @Test
    void leaveOutTheHourThatItClosesAt() {
        assertThat(hours("2026-11-23T21:00:00Z", "2026-11-23T22:00:00Z")).containsExactly(21);
    }

    @Test
    void nameAllHoursOfADayOnce() {
        List<Integer> day = IntStream.range(0, 24).boxed().toList();
        assertThat(hours("2026-11-23T21:30:00Z", "2026-11-24T21:30:00Z")).isEqualTo(day);
        assertThat(hours("2026-11-23T21:30:00Z", "2031-11-24T21:30:00Z")).isEqualTo(day);
    }

    @Test
    void takeAWindowThatClosesBeforeItOpensForItsFirstHour() {
        assertThat(hours("2026-11-23T21:30:00Z", "2026-11-23T20:30:00Z")).containsExactly(21);
    }

    @Test
    void takeNoWindowForMidnight() {
        ChangeDocument without = SampleDocument.writtenAt(SampleChange.NOW)
                .without("windowStart")
                .document();
        assertThat(StandingFacts.judged(without, reach(false)).hours()).containsExactly(0);
    }

    @Test
    void believeTheRegistryThatASystemSteersOthers() {
        ChangeDocument unticked = SampleDocument.writtenAt(SampleChange.NOW).document();
        assertThat(StandingFacts.judged(unticked, reach(true)).controlPlane()).isTrue();
        assertThat(StandingFacts.judged(unticked, reach(false)).controlPlane()).isFalse();
        ChangeDocument ticked =
                SampleDocument.writtenAt(SampleChange.NOW).onControlPlane().document();
        assertThat(StandingFacts.judged(ticked, reach(false)).controlPlane()).isTrue();
    }

    private static Reach reach(boolean controlPlane) {
        ProductionSystem system = new ProductionSystem(
                "cart-worker",
                "Cart worker",
                "",
                2,
                "checkout",
                new PersonId("jonas"),
                controlPlane,
                Set.of(Environment.PRODUCTION));
        return new Reach(List.of(system), Set.of("cart-worker"), Set.of("cart-worker"));
    }

    private static List<Integer> hours(String opens, String closes) {
        ChangeDocument document = SampleDocument.writtenAt(Instant.parse(opens))
                .with("windowStart", opens)
                .with("windowEnd", closes)
                .document();
        return StandingFacts.judged(document, reach(false)).hours();
    }
}
