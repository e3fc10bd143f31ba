package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddendumTests {

    private static final Instant START = Instant.parse("2026-03-10T09:30:00Z");
    private static final Instant END = START.plus(Duration.ofDays(90));
    private static final Person GRACE = person("grace", Role.VP);
    private static final Person HUGO = person("hugo", Role.VP);
    private static final Person ELENA = person("elena", Role.DIRECTOR);
    private static final Proposal PROPOSAL = new Proposal("Controlled friction", "Three outages in a month.", 90);

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "VP")
    void refusesAProposalByAnybodyButAVp(Role role) {
        refuses("policy.not-a-vp", () -> propose(person("somebody", role)));
    }

    @Test
    void refusesApprovalByTheProposer() {
        refuses("policy.own-proposal", () -> proposed().decide(GRACE, true, "", START));
    }

    @Test
    void refusesApprovalByTheProposerUnderEveryRole() {
        Person everything = new Person(GRACE.id(), "Grace", "grace@countersign.example", Set.of(Role.values()));
        refuses("policy.own-proposal", () -> proposed().decide(everything, true, "", START));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"VP", "DIRECTOR"})
    void refusesApprovalByAnybodyWhoIsNoLeader(Role role) {
        refuses("policy.not-a-leader", () -> proposed().decide(person("somebody", role), true, "", START));
    }

    @Test
    void isInForceFromTheMomentOfItsApproval() {
        assertThat(approved().state(START)).isEqualTo(AddendumState.IN_FORCE);
        assertThat(approved().startsAt()).contains(START);
        assertThat(approved().endsAt()).contains(END);
    }

    @Test
    void isOverFromTheSecondOfItsEndWhoeverHasNoticed() {
        assertThat(approved().state(END.minusNanos(1))).isEqualTo(AddendumState.IN_FORCE);
        assertThat(approved().state(END)).isEqualTo(AddendumState.EXPIRED);
        assertThat(approved().closedAt()).isEmpty();
    }

    @Test
    void isNeverInForceWhenDeclined() {
        Addendum declined = proposed().decide(ELENA, false, "Not now.", START);
        assertThat(declined.state(START)).isEqualTo(AddendumState.DECLINED);
        assertThat(declined.startsAt()).isEmpty();
        assertThat(declined.endsAt()).isEmpty();
    }

    @Test
    void refusesASecondDecision() {
        refuses("policy.wrong-state", () -> approved().decide(HUGO, false, "No.", START));
    }

    @Test
    void tellsWhoMayNotDecideNothingOfItsState() {
        Person engineer = person("ada", Role.ENGINEER);
        refuses("policy.not-a-leader", () -> approved().decide(engineer, true, "", START));
        refuses("policy.not-a-leader", () -> approved().decideAmendment(1, engineer, true, "", END));
        refuses("policy.not-a-leader", () -> approved().amend(1, Optional.empty(), "Stop it.", engineer, END));
        refuses("policy.own-proposal", () -> approved().decide(GRACE, true, "", START));
        Addendum asked = approved().amend(1, Optional.empty(), "It did what it should.", ELENA, START);
        refuses("policy.own-proposal", () -> asked.decideAmendment(1, ELENA, true, "", END));
    }

    @Test
    void movesItsEndWhenAnotherLeaderApprovesTheExtension() {
        Instant later = END.plus(Duration.ofDays(30));
        Addendum asked = approved().amend(1, Optional.of(later), "Still too early to stop.", ELENA, START);
        assertThat(asked.endsAt()).contains(END);
        assertThat(asked.decideAmendment(1, HUGO, true, "", START).endsAt()).contains(later);
    }

    @Test
    void keepsItsEndWhenTheExtensionIsDeclined() {
        Addendum asked = approved().amend(1, Optional.of(END.plusSeconds(1)), "Longer.", ELENA, START);
        Addendum declined = asked.decideAmendment(1, HUGO, false, "", START);
        assertThat(declined.endsAt()).contains(END);
        assertThat(declined.amendment()).isEmpty();
    }

    @Test
    void isOverAtOnceWhenItsEarlyEndIsApproved() {
        Instant now = START.plusSeconds(60);
        Addendum asked = approved().amend(1, Optional.empty(), "It did what it should.", ELENA, START);
        Addendum ended = asked.decideAmendment(1, HUGO, true, "", now);
        assertThat(ended.state(now)).isEqualTo(AddendumState.ENDED_EARLY);
        assertThat(ended.closedAt()).contains(now);
    }

    @Test
    void refusesAnAmendmentApprovedByItsProposer() {
        Addendum asked = approved().amend(1, Optional.empty(), "It did what it should.", ELENA, START);
        refuses("policy.own-proposal", () -> asked.decideAmendment(1, ELENA, true, "", START));
    }

    @Test
    void letsTheOneWhoProposedTheAddendumApproveSomebodyElsesAmendment() {
        Addendum asked = approved().amend(1, Optional.empty(), "It did what it should.", ELENA, START);
        assertThat(asked.toDecideAmendment(GRACE, START).granted()).isTrue();
    }

    @Test
    void takesAThirdLeaderFromTheThirdExtensionOn() {
        Addendum twice = extended(extended(approved()));
        Addendum asked = twice.amend(3, Optional.of(end(twice).plusSeconds(9)), "Longer still.", ELENA, START);
        Addendum seconded = asked.decideAmendment(3, HUGO, true, "Agreed.", START);
        assertThat(seconded.endsAt()).isEqualTo(twice.endsAt());
        refuses("policy.own-proposal", () -> seconded.decideAmendment(3, HUGO, true, "Again.", START));
        refuses("policy.own-proposal", () -> seconded.decideAmendment(3, ELENA, true, "Mine.", START));
        assertThat(seconded.decideAmendment(3, GRACE, true, "So be it.", START).endsAt())
                .contains(end(twice).plusSeconds(9));
        assertThat(seconded.decideAmendment(3, GRACE, false, "No.", START).endsAt())
                .isEqualTo(twice.endsAt());
    }

    @Test
    void takesTwoLeadersToEndItEarlyHoweverOftenItWasExtended() {
        Addendum twice = extended(extended(approved()));
        Addendum asked = twice.amend(3, Optional.empty(), "It did what it should.", ELENA, START);
        assertThat(asked.decideAmendment(3, HUGO, true, "", START).state(START)).isEqualTo(AddendumState.ENDED_EARLY);
    }

    @Test
    void asksAVpWhatComesAfterItsEndFromFourteenDaysBefore() {
        Instant fortnight = END.minus(Duration.ofDays(14));
        assertThat(stage(approved(), fortnight.minusSeconds(1))).isEqualTo(Whereabouts.Stage.IN_FORCE);
        assertThat(stage(approved(), fortnight)).isEqualTo(Whereabouts.Stage.DECISION);
        refuses("policy.no-choice-awaited", () -> choose(GRACE, fortnight.minusSeconds(1)));
        refuses("policy.not-a-vp", () -> choose(ELENA, fortnight));
        assertThat(choose(GRACE, fortnight).kind()).isEqualTo(Choice.Kind.LET_EXPIRE);
    }

    /** Whoever wants it longer has asked two leaders already. */
    @Test
    void asksNobodyWhatComesAfterItsEndWhileItsEndIsBeingDecided() {
        Instant fortnight = END.minus(Duration.ofDays(14));
        Addendum asked = approved().amend(1, Optional.of(END.plusSeconds(9)), "Longer.", ELENA, fortnight);
        assertThat(asked.awaitsChoice(fortnight)).isFalse();
        refuses("policy.no-choice-awaited", () -> asked.choose(Choice.Kind.LET_EXPIRE, GRACE, "", fortnight));
    }

    @Test
    void expiresWhenNobodyDecides() {
        assertThat(stage(approved(), END.minusSeconds(1))).isEqualTo(Whereabouts.Stage.DECISION);
        assertThat(approved().state(END)).isEqualTo(AddendumState.EXPIRED);
    }

    @Test
    void remindsThirtyFourteenSevenDaysAndOneDayBeforeItsEnd() {
        assertThat(Reminders.next(approved())).contains(END.minus(Duration.ofDays(30)));
        assertThat(Reminders.due(approved(), END.minus(Duration.ofDays(31)))).isEmpty();
        assertThat(Reminders.due(approved(), END.minus(Duration.ofDays(7)))).containsExactly(30, 14, 7);
        assertThat(Reminders.due(reminded(30, 14), END.minusSeconds(1))).containsExactly(7, 1);
        assertThat(Reminders.next(reminded(30, 14, 7, 1))).isEmpty();
    }

    @Test
    void remindsOfNothingBeforeItBegan() {
        Addendum week = Addendum.propose(AddendumId.of(1), new Proposal("A week", "Because.", 7), GRACE, START)
                .decide(ELENA, true, "Agreed.", START);
        assertThat(Reminders.next(week)).contains(START.plus(Duration.ofDays(6)));
    }

    @Test
    void beginsOnTheDayItNames() {
        Instant first = START.plus(Duration.ofDays(10));
        Addendum later = Addendum.propose(AddendumId.of(1), starting(first), GRACE, START.minusSeconds(9))
                .decide(ELENA, true, "Agreed.", START);
        assertThat(later.state(first.minusNanos(1))).isEqualTo(AddendumState.SCHEDULED);
        assertThat(later.state(first)).isEqualTo(AddendumState.IN_FORCE);
        assertThat(later.endsAt()).contains(first.plus(Duration.ofDays(90)));
    }

    @Test
    void beginsWithItsApprovalIfItsDayHasPassedByThen() {
        Instant first = START.minusSeconds(5);
        Addendum late = Addendum.propose(AddendumId.of(1), starting(first), GRACE, START.minusSeconds(9))
                .decide(ELENA, true, "Agreed.", START);
        assertThat(late.startsAt()).contains(START);
        assertThat(late.endsAt()).contains(END);
    }

    @Test
    void refusesToBeginInThePast() {
        refuses(
                "policy.start-out-of-range",
                () -> Addendum.propose(AddendumId.of(1), starting(START.minusSeconds(1)), GRACE, START));
    }

    @Test
    void refusesASecondAmendmentWhileOneWaits() {
        Addendum asked = approved().amend(1, Optional.empty(), "It did what it should.", ELENA, START);
        refuses("policy.amendment-open", () -> asked.amend(2, Optional.empty(), "Me too.", HUGO, START));
    }

    @Test
    void refusesToDecideAnAmendmentOnceTheAddendumIsOver() {
        Addendum asked = approved().amend(1, Optional.of(END.plusSeconds(9)), "Longer.", ELENA, START);
        refuses("policy.wrong-state", () -> asked.decideAmendment(1, HUGO, true, "", END));
    }

    @Test
    void refusesToDecideAnAmendmentThatIsNotTheOneThatWaits() {
        Addendum asked = approved().amend(2, Optional.empty(), "It did what it should.", ELENA, START);
        refuses("policy.amendment-settled", () -> asked.decideAmendment(1, HUGO, true, "", START));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1_000})
    void refusesAnExtensionThatIsNoneOrHasNoEndInSight(long days) {
        Instant end = END.plus(Duration.ofDays(days));
        refuses("policy.end-out-of-range", () -> approved().amend(1, Optional.of(end), "Longer.", ELENA, START));
    }

    @Test
    void runsNoFurtherThanAYearFromTheDayOnWhichItsExtensionIsAsked() {
        Instant year = START.plus(Duration.ofDays(366));
        assertThat(approved()
                        .amend(1, Optional.of(year), "Longer.", ELENA, START)
                        .amendment())
                .isPresent();
        refuses(
                "policy.end-out-of-range",
                () -> approved().amend(1, Optional.of(year.plusNanos(1)), "Longer.", ELENA, START));
    }

    @Test
    void letsAnOpenAmendmentLapseWhenItIsClosed() {
        Addendum asked = approved().amend(1, Optional.of(END.plusSeconds(9)), "Longer.", ELENA, START);
        assertThat(asked.close(END).amendment()).isEmpty();
        assertThat(asked.close(END).endsAt()).contains(END);
    }

    @Test
    void refusesToCloseWhatIsStillInForce() {
        assertThatThrownBy(() -> approved().close(END.minusNanos(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void countsItsDaysFromOneToTheLast() {
        assertThat(approved().day(START)).isEqualTo(1);
        assertThat(approved().day(START.plus(Duration.ofHours(24)))).isEqualTo(2);
        assertThat(approved().day(END.minusSeconds(1))).isEqualTo(90);
        assertThat(approved().day(END.plus(Duration.ofDays(5)))).isEqualTo(90);
        assertThat(approved().length()).isEqualTo(90);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 366})
    void refusesAProposalForNoTimeOrForLongerThanAYear(int days) {
        refuses("policy.invalid-proposal", () -> new Proposal("Friction", "Because.", days));
    }

    @Test
    void sendsItsProcessWhereItStands() {
        Addendum asked = approved().amend(1, Optional.empty(), "It did what it should.", ELENA, START);
        assertThat(stage(proposed(), START)).isEqualTo(Whereabouts.Stage.APPROVAL);
        assertThat(stage(approved(), START)).isEqualTo(Whereabouts.Stage.IN_FORCE);
        assertThat(stage(asked, START)).isEqualTo(Whereabouts.Stage.AMENDMENT);
        assertThat(stage(proposed().decide(HUGO, false, "No.", START), START)).isEqualTo(Whereabouts.Stage.DONE);
        assertThat(stage(asked.decideAmendment(1, HUGO, true, "", START), START))
                .isEqualTo(Whereabouts.Stage.DONE);
        assertThat(stage(approved().close(END), END)).isEqualTo(Whereabouts.Stage.DONE);
    }

    @Test
    void sendsItsProcessToTheTimerWhenItsEndWasNotFollowedUp() {
        Addendum asked = approved().amend(1, Optional.of(END.plusSeconds(9)), "Longer.", ELENA, START);
        assertThat(stage(asked, END)).isEqualTo(Whereabouts.Stage.IN_FORCE);
    }

    private static Addendum extended(Addendum addendum) {
        int number = addendum.extensions() + 1;
        Addendum longer = addendum.amend(
                        number, Optional.of(end(addendum).plus(Duration.ofDays(30))), "Longer.", ELENA, START)
                .decideAmendment(number, HUGO, true, "", START);
        return read(longer, longer.extensions() + 1, longer.end().reminded());
    }

    private static Addendum reminded(Integer... days) {
        return read(approved(), 0, Set.of(days));
    }

    /** As the rows give it back. */
    private static Addendum read(Addendum it, int extensions, Set<Integer> reminded) {
        return new Addendum(
                it.id(),
                it.proposal(),
                it.proposedBy(),
                it.proposedAt(),
                it.decision(),
                new Addendum.End(it.endsAt(), it.end().early(), it.end().closedAt(), extensions, reminded, it.choice()),
                it.amendment());
    }

    private static Instant end(Addendum addendum) {
        return addendum.endsAt().orElseThrow();
    }

    private static Proposal starting(Instant first) {
        return new Proposal("Friction", "Because.", 90, new Scope.Tier(1), Optional.of(first));
    }

    private static Choice choose(Person by, Instant now) {
        return approved().choose(Choice.Kind.LET_EXPIRE, by, "It did what it should.", now);
    }

    private static Whereabouts.Stage stage(Addendum addendum, Instant now) {
        return Whereabouts.of(addendum, now, "wait").stage();
    }

    private static Addendum proposed() {
        return propose(GRACE);
    }

    private static Addendum propose(Person by) {
        return Addendum.propose(AddendumId.of(1), PROPOSAL, by, START.minusSeconds(3600));
    }

    private static Addendum approved() {
        return proposed().decide(ELENA, true, "Agreed.", START);
    }

    private static void refuses(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Person person(String id, Role role) {
        return new Person(new PersonId(id), id, id + "@countersign.example", Set.of(role));
    }
}
