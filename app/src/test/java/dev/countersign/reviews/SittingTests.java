package dev.countersign.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Personas;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.SampleChange;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may decide from a seat that somebody holds, or nobody does. */
class SittingTests {

    private static final Change CHANGE = SampleChange.checking();

    @Test
    void leavesASeatThatIsHeldToWhoHoldsIt() {
        Seat review = seat(ChangePlan.REVIEW);
        assertThat(may(review, Personas.BEN, new Look().heldBy(Personas.BEN))).isTrue();
        assertThat(may(review, Personas.CHLOE, new Look().heldBy(Personas.BEN))).isFalse();
        assertThat(may(review, Personas.CHLOE, new Look())).isTrue();
    }

    /** Two reviews are those of two people, so nobody is to sit in one of them while at work on the other. */
    @Test
    void takesNobodyFromTheOtherSeatOfTheSameChange() {
        assertThat(may(seat(ChangePlan.REVIEW), Personas.BEN, new Look().atWorkOnAnother()))
                .isFalse();
    }

    @Test
    void asksWhetherTheyMaySitThereAtAll() {
        assertThat(may(seat(ChangePlan.REVIEW), Personas.ADA, new Look().heldBy(Personas.ADA)))
                .isFalse();
        assertThat(may(seat(ChangePlan.SIGN_OFF), Personas.BEN, new Look())).isFalse();
    }

    @Test
    void letsALeaderDecideThoughTheirOwnDelegateHoldsTheSeat() {
        Seat signOff = seat(ChangePlan.SIGN_OFF);
        Delegation given = new Delegation(
                1, Personas.ELENA.id(), Personas.FARID.id(), Optional.empty(), Personas.ELENA.id(), Instant.EPOCH);
        assertThat(may(
                        signOff,
                        Personas.ELENA,
                        new Look().heldBy(Personas.FARID).delegated(given)))
                .isTrue();
        assertThat(may(signOff, Personas.ELENA, new Look().heldBy(Personas.FARID)))
                .isFalse();
        assertThat(may(
                        signOff,
                        Personas.GRACE,
                        new Look().heldBy(Personas.FARID).delegated(given)))
                .isFalse();
    }

    private static boolean may(Seat seat, Person person, Look look) {
        return new Sitting(
                        seat,
                        new Voice(person, Optional.empty(), Optional.empty(), false, List.of()),
                        Optional.empty(),
                        Optional.empty(),
                        look.given(),
                        look.held().map(holder -> new Claim(holder, Instant.EPOCH, Instant.EPOCH, false)),
                        look.elsewhere(),
                        Instant.EPOCH)
                .toDecide()
                .granted();
    }

    private static Seat seat(String element) {
        UserTask task = new UserTask(
                1, CHANGE.id().value(), ChangePlan.PROCESS, element, "", "", "", Instant.EPOCH, Optional.empty());
        return Seat.of(task, CHANGE);
    }

    /** What is known of a seat that nothing else speaks against. */
    private record Look(Optional<PersonId> held, boolean elsewhere, Optional<Delegation> given) {

        Look() {
            this(Optional.empty(), false, Optional.empty());
        }

        Look heldBy(Person person) {
            return new Look(Optional.of(person.id()), elsewhere, given);
        }

        Look atWorkOnAnother() {
            return new Look(held, true, given);
        }

        Look delegated(Delegation by) {
            return new Look(held, elsewhere, Optional.of(by));
        }
    }
}
