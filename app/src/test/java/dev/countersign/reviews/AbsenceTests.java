package dev.countersign.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Personas;
import dev.countersign.identity.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From when until when somebody is away, and who of those that were named decides meanwhile. */
class AbsenceTests {

    private static final Instant FROM = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant UNTIL = FROM.plusSeconds(3_600);
    private static final Instant BACK = FROM.plusSeconds(600);

    @Test
    void isInForceFromItsFirstInstantAndNotAtItsLast() {
        Absence absence = absence(Optional.empty());
        assertThat(absence.isInForce(FROM.minusNanos(1))).isFalse();
        assertThat(absence.isInForce(FROM)).isTrue();
        assertThat(absence.isInForce(UNTIL.minusNanos(1))).isTrue();
        assertThat(absence.isInForce(UNTIL)).isFalse();
        assertThat(absence.isOver(UNTIL.minusNanos(1))).isFalse();
        assertThat(absence.isOver(UNTIL)).isTrue();
    }

    @Test
    void isOverWhenSomebodyEndsItEarlier() {
        Absence ended = absence(Optional.of(BACK));
        assertThat(ended.end()).isEqualTo(BACK);
        assertThat(ended.isInForce(BACK.minusNanos(1))).isTrue();
        assertThat(ended.isInForce(BACK)).isFalse();
        assertThat(ended.isOver(BACK)).isTrue();
        assertThat(ended.overlaps(BACK, UNTIL)).isFalse();
        assertThat(absence(Optional.of(UNTIL.plusSeconds(1))).end()).isEqualTo(UNTIL);
    }

    @Test
    void overlapsWhatLiesInIt() {
        Absence absence = absence(Optional.empty());
        assertThat(absence.overlaps(FROM.minusSeconds(9), FROM)).isFalse();
        assertThat(absence.overlaps(FROM.minusSeconds(9), FROM.plusNanos(1))).isTrue();
        assertThat(absence.overlaps(FROM.plusSeconds(1), FROM.plusSeconds(2))).isTrue();
        assertThat(absence.overlaps(UNTIL.minusNanos(1), UNTIL.plusSeconds(9))).isTrue();
        assertThat(absence.overlaps(UNTIL, UNTIL.plusSeconds(9))).isFalse();
    }

    /** Whoever is named for everything takes the place of all who were named before. */
    @Test
    void countsEachDelegateUntilALaterOneTakesTheirPlace() {
        Delegation cart = named(1, Personas.FARID, Optional.of("cart"));
        Delegation checkout = named(2, Personas.FARID, Optional.of("checkout"));
        Delegation all = named(3, Personas.HUGO, Optional.empty());
        Delegation cartAgain = named(4, Personas.FARID, Optional.of("cart"));
        assertThat(absence(Optional.empty()).with(List.of(cart, checkout)).counting())
                .containsExactly(cart, checkout);
        assertThat(absence(Optional.empty()).with(List.of(cart, checkout, all)).counting())
                .containsExactly(all);
        assertThat(absence(Optional.empty())
                        .with(List.of(cart, checkout, all, cartAgain))
                        .counting())
                .containsExactly(all, cartAgain);
    }

    private static Absence absence(Optional<Instant> endedAt) {
        Person elena = Personas.ELENA;
        return new Absence(1, elena.id(), FROM, UNTIL, "On leave", elena.id(), FROM, endedAt, List.of());
    }

    private static Delegation named(long id, Person delegate, Optional<String> department) {
        return new Delegation(id, Personas.ELENA.id(), delegate.id(), department, Personas.ELENA.id(), FROM);
    }
}
