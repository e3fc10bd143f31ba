package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Spent;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.journal.Proof;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.refusals.Refusal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnRealStack
class AddendumIT {

    private static final Facts CHECKOUT =
            new Facts(1, "code", "production", "one-zone", false, false, "none", 12, false);
    private static final List<Touched> TIER_ONE = List.of(new Touched("checkout-api", "checkout", 1));
    private static final List<Touched> TIER_TWO = List.of(new Touched("cart-worker", "checkout", 2));
    private static final Proposal PROPOSAL = new Proposal("Controlled friction", "Three outages in one month.", 90);

    private final RealStack stack = RealStack.shared();

    @Autowired
    Addenda addenda;

    @Autowired
    Policies policies;

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    People people;

    @Autowired
    Inbox inbox;

    @Autowired
    History history;

    @Autowired
    Clock clock;

    private Person grace;
    private Person hugo;
    private Person elena;

    @BeforeEach
    void meet() {
        grace = people.get(new PersonId("grace"));
        hugo = people.get(new PersonId("hugo"));
        elena = people.get(new PersonId("elena"));
    }

    @Test
    void isInForceOnceASecondLeaderApproves() {
        AddendumId id = proposed();
        assertThat(policies.inForce().addenda()).doesNotContain(id.value());
        addenda.decide(id, elena, true, "Agreed.");
        assertThat(Spent.on("addendum " + id)).isOne();
        assertThat(demandedNow().reviews()).isEqualTo(2);
        assertThat(demandedNow().directorSignOff()).isTrue();
        assertThat(policies.inForce().addenda()).contains(id.value());
        assertThat(kinds(id)).containsExactly("policy.addendum-proposed", "policy.addendum-approved");
        await().until(() -> inbox.open(id.value()).isEmpty());
    }

    @Test
    void refusesApprovalByTheProposer() {
        AddendumId id = proposed();
        refuses("policy.own-proposal", () -> addenda.decide(id, grace, true, ""));
        assertThat(addenda.get(id).decision()).isEmpty();
        assertThat(kinds(id)).containsExactly("policy.addendum-proposed");
    }

    @Test
    void refusesApprovalByTheProposerInTheDatabase() {
        AddendumId id = proposed();
        refusesBySql(
                "INSERT INTO policy.vote VALUES ('%s', 'grace', 'APPROVED', '', now())".formatted(id), "vote_pkey");
        refusesBySql("UPDATE policy.vote SET person = 'hugo' WHERE matter = '%s'".formatted(id), "permission denied");
        refusesBySql(
                "UPDATE policy.addendum SET proposed_by = 'hugo' WHERE id = '%s'".formatted(id), "permission denied");
        refusesBySql("DELETE FROM policy.vote WHERE matter = '%s'".formatted(id), "permission denied");
        assertThat(addenda.get(id).decision()).isEmpty();
    }

    @Test
    void refusesAnAddendumThatNobodyProposedInTheDatabase() {
        refusesBySql(
                "INSERT INTO policy.addendum (id, title, days, tier, proposed_by) VALUES ('ADD-900000', 'Mine', 1, 1, 'ada')",
                "addendum_id_proposed_by_proposal_fkey");
    }

    @Test
    void refusesEvenTheOwnerToEditAVote() throws SQLException {
        AddendumId id = approved();
        try (var owner = stack.asOwner();
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute(
                            "UPDATE policy.vote SET person = 'ada' WHERE matter = '%s'".formatted(id)))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void endsByTheDataThoughItsTimerIsLate() {
        AddendumId id = approved();
        String judged = policies.inForce().id();
        stack.engine().freeze();
        try {
            stack.moveClockOfApplications(Duration.ofDays(90));
            assertThat(policies.inForce().addenda()).isEmpty();
            assertThat(demandedNow().reviews()).isEqualTo(1);
            assertThat(policies.require(judged, CHECKOUT, TIER_ONE).reviews()).isEqualTo(2);
            assertThat(addenda.get(id).closedAt()).isEmpty();
        } finally {
            stack.engine().thaw();
            stack.moveClockOfBroker(Duration.ofDays(90));
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> addenda.get(id).closedAt().isPresent());
        assertThat(kinds(id)).last().isEqualTo("policy.addendum-expired");
    }

    @Test
    void runsLongerWhenAnotherLeaderApprovesTheExtension() {
        AddendumId id = approved();
        Instant end = addenda.get(id).endsAt().orElseThrow();
        addenda.amend(id, Optional.of(end.plus(Duration.ofDays(10))), "It has to last longer.", grace);
        awaitTask(id, AddendumPlan.APPROVE_AMENDMENT);
        refuses("policy.own-proposal", () -> addenda.decideAmendment(id, 1, grace, true, ""));
        addenda.decideAmendment(id, 1, hugo, true, "Agreed.");
        assertThat(Spent.on("amendment 1 of " + id)).isOne();
        stack.moveClock(Duration.ofDays(95));
        assertThat(policies.inForce().addenda()).contains(id.value());
        stack.moveClock(Duration.ofDays(6));
        assertThat(policies.inForce().addenda()).doesNotContain(id.value());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> addenda.get(id).closedAt().isPresent());
    }

    @Test
    void isOverAtOnceWhenItsEarlyEndIsApproved() {
        AddendumId id = approved();
        addenda.amend(id, Optional.empty(), "It did what it was meant to do.", elena);
        awaitTask(id, AddendumPlan.APPROVE_AMENDMENT);
        addenda.decideAmendment(id, 1, grace, true, "");
        assertThat(policies.inForce().addenda()).doesNotContain(id.value());
        assertThat(addenda.get(id).state(clock.instant())).isEqualTo(AddendumState.ENDED_EARLY);
        assertThat(kinds(id)).last().isEqualTo("policy.addendum-ended-early");
        await().until(() -> inbox.open(id.value()).isEmpty());
    }

    @Test
    void letsAnAmendmentLapseThatNobodyDecided() {
        AddendumId id = approved();
        addenda.amend(id, Optional.empty(), "It did what it was meant to do.", elena);
        awaitTask(id, AddendumPlan.APPROVE_AMENDMENT);
        stack.moveClock(Duration.ofDays(90));
        refuses("policy.wrong-state", () -> addenda.decideAmendment(id, 1, grace, true, ""));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> addenda.get(id).closedAt().isPresent());
        assertThat(addenda.get(id).amendment()).isEmpty();
        assertThat(inbox.open(id.value())).isEmpty();
    }

    @Test
    void asksVpsAFortnightBeforeItsEndAndTakesTheirWord() {
        AddendumId id = approved();
        stack.moveClock(Duration.ofDays(61));
        await().atMost(Duration.ofMinutes(1)).until(() -> kinds(id).contains("policy.addendum-reminded"));
        assertThat(inbox.open(id.value())).isEmpty();
        stack.moveClock(Duration.ofDays(16));
        awaitTask(id, AddendumPlan.DECIDE_ADDENDUM);
        refuses("policy.not-a-vp", () -> addenda.choose(id, Choice.Kind.LET_EXPIRE, elena, "It did what it should."));
        addenda.choose(id, Choice.Kind.LET_EXPIRE, hugo, "It did what it should.");
        await().until(() -> inbox.open(id.value()).isEmpty());
        refuses(
                "policy.no-choice-awaited",
                () -> addenda.choose(id, Choice.Kind.MAKE_PERMANENT, grace, "I want to keep it."));
        stack.moveClock(Duration.ofDays(8));
        await().atMost(Duration.ofMinutes(1)).until(() -> kinds(id).getLast().equals("policy.addendum-reminded"));
        stack.moveClock(Duration.ofDays(6));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> addenda.get(id).closedAt().isPresent());
        assertThat(kinds(id))
                .endsWith("policy.addendum-end-decided", "policy.addendum-reminded", "policy.addendum-expired");
    }

    @Test
    void isMadePermanentByADraftThatTwoOthersHaveToApprove() {
        AddendumId id = approved();
        stack.moveClock(Duration.ofDays(77));
        Choice choice = addenda.choose(id, Choice.Kind.MAKE_PERMANENT, grace, "It stopped three outages.");
        PolicyDraft draft = drafts.get(choice.draft().orElseThrow());
        assertThat(draft.editors()).containsExactly(grace.id());
        assertThat(drafts.table(draft).rules()).last().satisfies(rule -> {
            assertThat(rule.fact(Fact.TIER)).isEqualTo("1");
            assertThat(rule.fact(Fact.ADDENDUM)).isEmpty();
            assertThat(rule.demand(Demand.REVIEWS)).isEqualTo("2");
        });
        assertThat(draft.toDecide(grace).granted()).isFalse();
        stack.moveClock(Duration.ofDays(14));
        assertThat(demandedNow().reviews()).isEqualTo(1);
    }

    @Test
    void refusesToMakePermanentWhatTheTableCannotSay() {
        Scope scope = new Scope.Systems(List.of("cart-api"));
        AddendumId id = addenda.propose(
                        new Proposal("Friction for the cart", "Three outages.", 3, scope, Optional.empty()), grace)
                .id();
        addenda.decide(id, hugo, true, "Agreed.");
        refuses(
                "policy.scope-not-permanent",
                () -> addenda.choose(id, Choice.Kind.MAKE_PERMANENT, grace, "It stopped three outages."));
        assertThat(addenda.get(id).choice()).isEmpty();
        stack.moveClock(Duration.ofDays(4));
    }

    @Test
    void isExtendedInsteadOfDecided() {
        AddendumId id = approved();
        Instant end = addenda.get(id).endsAt().orElseThrow();
        stack.moveClock(Duration.ofDays(77));
        awaitTask(id, AddendumPlan.DECIDE_ADDENDUM);
        addenda.amend(id, Optional.of(end.plus(Duration.ofDays(30))), "It has to last longer.", grace);
        awaitTask(id, AddendumPlan.APPROVE_AMENDMENT);
        addenda.decideAmendment(id, 1, hugo, true, "Agreed.");
        await().atMost(Duration.ofMinutes(1)).until(() -> inbox.open(id.value()).isEmpty());
        assertThat(addenda.get(id).extensions()).isOne();
        assertThat(addenda.get(id).endsAt()).contains(end.plus(Duration.ofDays(30)));
    }

    @Test
    void refusesAThirdExtensionOfTwoLeadersInTheDatabase() {
        AddendumId id = approved();
        for (int number = 1; number <= 3; number++) {
            Instant end = addenda.get(id).endsAt().orElseThrow();
            addenda.amend(id, Optional.of(end.plus(Duration.ofDays(1))), "It has to last longer.", grace);
            addenda.decideAmendment(id, number, hugo, true, "Agreed.");
        }
        assertThat(addenda.get(id).extensions()).isEqualTo(2);
        refusesBySql(
                "INSERT INTO policy.vote VALUES ('%s/3', 'hugo', 'COUNTERSIGNED', '', now())".formatted(id),
                "vote_pkey");
        addenda.decideAmendment(id, 3, elena, true, "So be it.");
        assertThat(addenda.get(id).extensions()).isEqualTo(3);
        assertThat(history.proof(id.stream())).isInstanceOf(Proof.Intact.class);
    }

    @Test
    void coversTheDepartmentsItNamesAndBeginsOnItsDay() {
        Proposal proposal = new Proposal(
                "Friction for checkout",
                "Three outages in one month.",
                30,
                new Scope.Departments(List.of("checkout")),
                Optional.of(clock.instant().plus(Duration.ofDays(2))));
        AddendumId id = addenda.propose(proposal, grace).id();
        awaitTask(id, AddendumPlan.APPROVE_ADDENDUM);
        addenda.decide(id, hugo, true, "Agreed.");
        assertThat(policies.inForce().addenda()).doesNotContain(id.value());
        stack.moveClock(Duration.ofDays(3));
        assertThat(policies.inForce().addenda()).contains(id.value());
        Facts minor = new Facts(2, "code", "production", "one-zone", false, false, "none", 12, false);
        String version = policies.inForce().id();
        assertThat(policies.require(version, minor, TIER_TWO).reviews()).isEqualTo(2);
        assertThat(policies.require(version, minor, List.of(new Touched("yard-worker", "fulfilment", 2)))
                        .reviews())
                .isEqualTo(1);
        stack.moveClock(Duration.ofDays(30));
    }

    @Test
    void isDecidedWhileCamundaIsAway() {
        AddendumId id = whileCamundaIsAway(() -> {
            AddendumId agreed = addenda.propose(PROPOSAL, grace).id();
            addenda.decide(agreed, elena, true, "Agreed.");
            addenda.amend(agreed, Optional.empty(), "It was a mistake after all.", elena);
            addenda.decideAmendment(agreed, 1, hugo, true, "");
            return agreed;
        });
        assertThat(policies.inForce().addenda()).doesNotContain(id.value());
        AddendumId other = proposed();
        awaitTask(other, AddendumPlan.APPROVE_ADDENDUM);
        assertThat(inbox.open(id.value())).isEmpty();
    }

    private AddendumId whileCamundaIsAway(Supplier<AddendumId> decisions) {
        stack.engine().freeze();
        try {
            return decisions.get();
        } finally {
            stack.engine().thaw();
        }
    }

    private AddendumId proposed() {
        AddendumId id = addenda.propose(PROPOSAL, grace).id();
        awaitTask(id, AddendumPlan.APPROVE_ADDENDUM);
        return id;
    }

    private AddendumId approved() {
        AddendumId id = proposed();
        addenda.decide(id, elena, true, "Agreed.");
        return id;
    }

    private void awaitTask(AddendumId id, String element) {
        await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> inbox.open(id.value()).stream()
                                .map(UserTask::element)
                                .toList(),
                        List.of(element)::equals);
    }

    private Requirements demandedNow() {
        return policies.require(policies.inForce().id(), CHECKOUT, TIER_ONE);
    }

    private List<String> kinds(AddendumId id) {
        return history.story(id.stream()).stream().map(Entry::kind).toList();
    }

    private void refusesBySql(String statement, String why) {
        assertThatThrownBy(() -> {
                    try (var app = stack.asApp();
                            var sql = app.createStatement()) {
                        sql.execute(statement);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
    }

    private static void refuses(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
