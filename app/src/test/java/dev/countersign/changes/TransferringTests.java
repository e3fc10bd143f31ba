package dev.countersign.changes;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Refuses.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.identity.Person;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Permission.Granted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ada has it, Ben wrote it with her, Elena leads its department. */
class TransferringTests {

    private static final Permission FREE = new Granted();

    static List<Change> notYetExecuted() {
        return WithdrawingTests.notYetExecuted();
    }

    static List<Change> executedOrEnded() {
        return WithdrawingTests.executedOrEnded();
    }

    @ParameterizedTest
    @MethodSource("notYetExecuted")
    void leavesTextAndDecisionsAsTheyAre(Change change) {
        Change handed = change.handedTo(BEN.id());
        assertThat(handed.author()).isEqualTo(BEN.id());
        assertThat(handed).usingRecursiveComparison().ignoringFields("author").isEqualTo(change);
    }

    @ParameterizedTest
    @MethodSource("executedOrEnded")
    void comesTooLateAfterTheExecution(Change change) {
        refuses("changes.wrong-state", () -> change.handedTo(BEN.id()));
        refuses("changes.wrong-state", () -> toHandOver(change, ADA).demand());
    }

    @ParameterizedTest
    @MethodSource("notYetExecuted")
    void isForItsAuthorsAndItsLeaders(Change change) {
        assertThat(List.of(ADA, BEN, ELENA))
                .allMatch(person -> toHandOver(change, person).granted());
        refuses("changes.not-permitted", () -> toHandOver(change, CHLOE).demand());
    }

    @Test
    void leavesADraftToWhoWritesIt() {
        assertThat(toHandOver(SampleChange.draft(), ADA).granted()).isTrue();
        assertThat(List.of(BEN, CHLOE, ELENA))
                .allSatisfy(person -> refuses(
                        "changes.not-permitted",
                        () -> toHandOver(SampleChange.draft(), person).demand()));
    }

    @Test
    void goesToAnEngineerWhoIsFree() {
        Change change = SampleChange.approved();
        assertThat(toTake(change, BEN, FREE).granted()).isTrue();
        refuses("changes.not-to-them", () -> toTake(change, ADA, FREE).demand());
        refuses("changes.not-to-them", () -> toTake(change, ELENA, FREE).demand());
        refuses(
                "changes.not-to-them",
                () -> TransferRules.toTake(change, BEN.id(), Optional.empty(), FREE)
                        .demand());
        Permission reviews =
                Duties.mayTake(change.id(), BEN.id(), Duty.AUTHOR, Optional.of(Duty.REVIEWER), Optional.empty());
        refuses("changes.duty-taken", () -> toTake(change, BEN, reviews).demand());
    }

    private static Permission toHandOver(Change change, Person person) {
        return TransferRules.toHandOver(change, person, BEN::equals, ELENA::equals);
    }

    private static Permission toTake(Change change, Person next, Permission free) {
        return TransferRules.toTake(change, next.id(), Optional.of(next), free);
    }
}
