package dev.countersign.policy;

import static dev.countersign.Cast.await;
import static dev.countersign.Refuses.refuses;
import static dev.countersign.Refuses.refusesBySql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.countersign.Personas;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Spent;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.journal.Proof;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnRealStack
class PolicyDraftIT {

    private static final Facts AT_NIGHT =
            new Facts(2, "code", "production", "one-zone", false, false, "none", 23, false);
    private static final List<Touched> TOUCHED = List.of(new Touched("cart-worker", "checkout", 2));
    private static final TypedRule NIGHT = ClauseTemplate.TWO_REVIEWS_AT_NIGHT.rule();

    private static final String WHY = "It would stop the season's work.";

    private final RealStack stack = RealStack.shared();

    @Autowired
    private PolicyDrafts drafts;

    @Autowired
    private EditionDecisions decisions;

    @Autowired
    private EditionWithdrawals withdrawals;

    @Autowired
    private EditionPlan plan;

    @Autowired
    private Policies policies;

    @Autowired
    private Editions editions;

    @Autowired
    private BasePolicy release;

    @Autowired
    private Inbox inbox;

    @Autowired
    private History history;

    @Autowired
    private PolicyDraftTitles titles;

    @Autowired
    private Clock clock;

    /** A version with the shipped table, whatever addenda other tests have put on top. */
    private String shipped = "";

    @BeforeEach
    void readTheShippedVersion() {
        shipped = policies.inForce().id();
    }

    /** Other tests of this stack count on the shipped table. */
    @AfterEach
    void reinstateTheShippedTable() {
        if (!drafts.inForce().equals(TableReader.read(BasePolicy.read()))) {
            PolicyDraft back = drafts.begin(shipped, "The shipped table", Personas.JONAS);
            drafts.propose(back.id(), 0, soon(), "A test is over.", Personas.JONAS);
            approve(back.id());
            stack.moveClock(Duration.ofMinutes(2));
        }
    }

    @Test
    void comesIntoForceByTwoLeadersAtTheChosenTime() {
        PolicyDraftId id = proposed(clock.instant().plus(Duration.ofHours(1)));
        assertThat(decisions.decide(id, 1, Personas.ELENA, true, "Agreed.").isApproved())
                .isFalse();
        assertThat(demandedNow().reviews()).isEqualTo(1);
        decisions.decide(id, 1, Personas.HUGO, true, "");
        assertThat(Spent.on(EditionDecisions.matter(id, 1))).isEqualTo(2);
        assertThat(demandedNow().reviews()).isEqualTo(1);
        assertThat(editions.coming(clock.instant()))
                .extracting(Editions.InForce::draft)
                .startsWith(id);
        String before = policies.inForce().id();
        stack.moveClock(Duration.ofHours(1));
        assertThat(demandedNow().reviews()).isEqualTo(2);
        assertThat(demandedNow().secondKey()).isTrue();
        assertThat(demandedNow().clauses()).contains("night-two-reviews");
        assertThat(policies.require(before, AT_NIGHT, TOUCHED).reviews()).isEqualTo(1);
        assertThat(kinds(id))
                .containsExactly(
                        "policy.draft-begun",
                        "policy.draft-edited",
                        "policy.edition-proposed",
                        "policy.edition-approved",
                        "policy.edition-decided");
        await("its tasks are closed").until(() -> inbox.open(id.value()).isEmpty());
    }

    @Test
    void isThrownAwayUntilItIsProposedAndNeverAfterwards() {
        PolicyDraft draft = drafts.begin(shipped, "Two reviews at night", Personas.JONAS);
        assertThat(titles.of(Set.of(draft.id().stream())))
                .containsExactly(Map.entry(draft.id().stream(), "Two reviews at night"));
        drafts.discard(draft.id(), Personas.JONAS);
        assertThat(drafts.get(draft.id()).state()).isEqualTo(DraftState.DISCARDED);
        assertThat(drafts.page(Optional.empty(), 5)).extracting(PolicyDraft::id).doesNotContain(draft.id());
        assertThat(kinds(draft.id())).containsExactly("policy.draft-begun", "policy.draft-discarded");
        refuses("policy.wrong-draft-state", () -> drafts.discard(draft.id(), Personas.JONAS));
        refuses(
                "policy.wrong-draft-state",
                () -> drafts.propose(draft.id(), 0, soon(), "Nights are quiet.", Personas.JONAS));
        PolicyDraft theirs = drafts.begin(shipped, "Two reviews at night", Personas.ELENA);
        refuses("policy.draft-not-permitted", () -> drafts.discard(theirs.id(), Personas.JONAS));
        PolicyDraftId sentBack = proposed(soon());
        decisions.decide(sentBack, 1, Personas.HUGO, false, "Not now.");
        refuses("policy.proposed-before", () -> drafts.discard(sentBack, Personas.HUGO));
    }

    @Test
    void beginsWithItsSecondApprovalIfThatComesLater() {
        PolicyDraftId id = proposed(soon());
        stack.moveClock(Duration.ofHours(2));
        decisions.decide(id, 1, Personas.ELENA, true, "");
        assertThat(demandedNow().reviews()).isEqualTo(1);
        decisions.decide(id, 1, Personas.HUGO, true, "");
        assertThat(demandedNow().reviews()).isEqualTo(2);
    }

    @Test
    void isDecidedByNobodyWhoWroteOrProposedIt() {
        PolicyDraft draft = drafts.begin(shipped, "Two reviews at night", Personas.ELENA);
        save(draft, Personas.HUGO);
        drafts.propose(draft.id(), 1, soon(), "Nights are quiet.", Personas.GRACE);
        Stream.of(Personas.ELENA, Personas.HUGO, Personas.GRACE)
                .forEach(editor ->
                        refuses("policy.draft-not-permitted", () -> decisions.decide(draft.id(), 1, editor, true, "")));
        Person everything = Personas.withRoles(Personas.ADA, Role.ENGINEER, Role.REVIEWER, Role.SYSTEM_OWNER);
        refuses("policy.draft-not-permitted", () -> decisions.decide(draft.id(), 1, everything, true, ""));
        decisions.decide(draft.id(), 1, Personas.FARID, true, "");
        refuses("policy.draft-not-permitted", () -> decisions.decide(draft.id(), 1, Personas.FARID, true, ""));
        assertThat(drafts.get(draft.id()).state()).isEqualTo(DraftState.PROPOSED);
    }

    @Test
    void isPutInForceByNobodyAloneInTheDatabase() {
        PolicyDraftId id = proposed(soon());
        String vote = "INSERT INTO policy.edition_vote (draft, round, seat, person, vote, words, at) VALUES ('" + id
                + "', 1, %d, '%s', 'APPROVED', '', now())";
        refusesBySql(vote.formatted(1, "jonas"), "edition_vote_draft_person_part_fkey");
        refusesBySql(
                "INSERT INTO policy.draft_part VALUES ('%s', 'jonas', 'LEADER', now())".formatted(id),
                "draft_part_pkey");
        refusesBySql("UPDATE policy.draft_part SET part = 'LEADER'", "permission denied");
        refusesBySql("DELETE FROM policy.draft_part", "permission denied");
        decisions.decide(id, 1, Personas.ELENA, true, "");
        refusesBySql(vote.formatted(2, "elena"), "edition_vote_draft_round_person_key");
        refusesBySql(vote.formatted(3, "elena"), "edition_vote_seat_check");
        refusesBySql("UPDATE policy.edition SET base = 'base-1'", "permission denied");
        refusesBySql("UPDATE policy.edition_vote SET person = 'hugo'", "permission denied");
        refusesBySql("INSERT INTO policy.founding (base) VALUES ('base-1')", "founding_pkey");
        refusesBySql("UPDATE policy.founding SET base = 'base-1'", "permission denied");
        refusesBySql(
                "INSERT INTO policy.version (id, base, kept_at) VALUES ('base-2', 'base-1', now())", "version_base");
        assertThat(drafts.get(id).state()).isEqualTo(DraftState.PROPOSED);
    }

    @Test
    void goesBackToItsEditorsWhenOneLeaderDeclines() {
        PolicyDraftId id = proposed(soon());
        refuses("policy.reason-missing", () -> decisions.decide(id, 1, Personas.ELENA, false, " "));
        decisions.decide(id, 1, Personas.ELENA, false, "Six is too early.");
        assertThat(drafts.get(id).state()).isEqualTo(DraftState.DRAFT);
        await("its tasks are closed").until(() -> inbox.open(id.value()).isEmpty());
        refuses("policy.draft-not-permitted", () -> drafts.save(id, 1, with(NIGHT.named("other")), Personas.ELENA));
        drafts.save(id, 1, with(NIGHT.named("later-night")), Personas.JONAS);
        drafts.propose(id, 2, soon(), "As you wished.", Personas.JONAS);
        refuses("policy.stale-edition", () -> decisions.decide(id, 1, Personas.ELENA, true, ""));
        awaitSeats(id, 2);
        decisions.decide(id, 2, Personas.ELENA, true, "");
        decisions.decide(id, 2, Personas.GRACE, true, "");
        assertThat(drafts.get(id).state()).isEqualTo(DraftState.APPROVED);
        refuses("policy.wrong-draft-state", () -> drafts.save(id, 2, with(), Personas.JONAS));
        stack.moveClock(Duration.ofMinutes(2));
    }

    @Test
    void showsTheLaterOfTwoWritersWhatTheOtherSaved() {
        PolicyDraft draft = drafts.begin(shipped, "Two reviews at night", Personas.JONAS);
        save(draft, Personas.GRACE);
        Saving late = drafts.save(draft.id(), 0, with(NIGHT.named("by-jonas")), Personas.JONAS);
        assertThat(late).isInstanceOfSatisfying(Saving.Overtaken.class, overtaken -> {
            assertThat(overtaken.draft().text()).isEqualTo(1);
            assertThat(overtaken.difference().clauses())
                    .extracting(TableDifference.Clause::id, TableDifference.Clause::kind)
                    .containsExactly(
                            tuple("by-jonas", TableDifference.Kind.ADDED),
                            tuple("night-two-reviews", TableDifference.Kind.REMOVED));
        });
        assertThat(drafts.get(draft.id()).text()).isEqualTo(1);
    }

    /** A button pressed twice sends the same table twice, and nobody else saved anything. */
    @Test
    void keepsOnceWhatIsSavedTwice() {
        PolicyDraft draft = drafts.begin(shipped, "Two reviews at night", Personas.JONAS);
        save(draft, Personas.GRACE);

        assertThat(drafts.save(draft.id(), 0, with(NIGHT), Personas.GRACE))
                .isInstanceOfSatisfying(
                        Saving.Saved.class,
                        again -> assertThat(again.draft().text()).isOne());
        assertThat(kinds(draft.id())).containsExactly("policy.draft-begun", "policy.draft-edited");
    }

    @Test
    void keepsOneOfTwoThatAreSavedInTheSameMoment() throws Exception {
        PolicyDraft draft = drafts.begin(shipped, "Two reviews at night", Personas.JONAS);
        List<Callable<Saving>> writers = Stream.of(Personas.JONAS, Personas.GRACE, Personas.HUGO, Personas.ELENA)
                .<Callable<Saving>>map(writer ->
                        () -> drafts.save(draft.id(), 0, with(NIGHT.named("by-" + writer.id())), writer))
                .toList();
        try (var pool = Executors.newFixedThreadPool(writers.size())) {
            List<Saving> savings = new ArrayList<>();
            for (Future<Saving> writer : pool.invokeAll(writers)) {
                savings.add(writer.get());
            }
            assertThat(savings).filteredOn(Saving.Saved.class::isInstance).hasSize(1);
            assertThat(savings).filteredOn(Saving.Overtaken.class::isInstance).hasSize(3);
        }
        assertThat(drafts.get(draft.id()).text()).isEqualTo(1);
    }

    @Test
    void keepsNothingOfATableThatIsNotUnderstood() {
        PolicyDraft draft = drafts.begin(shipped, "Clever", Personas.JONAS);
        TypedRule clever = new TypedRule("clever", "It runs code.", Map.of(Fact.TIER, "now()"), Map.of());
        assertThat(drafts.save(draft.id(), 0, with(clever), Personas.JONAS)).isInstanceOf(Saving.Refused.class);
        assertThat(drafts.save(draft.id(), 0, new TypedTable(List.of()), Personas.JONAS))
                .isInstanceOf(Saving.Refused.class);
        assertThat(drafts.get(draft.id()).text()).isZero();
        assertThat(kinds(draft.id())).containsExactly("policy.draft-begun");
    }

    @Test
    void isDecidedWhileCamundaIsAway() {
        stack.engine().freeze();
        PolicyDraftId id;
        try {
            id = drafts.begin(shipped, "Two reviews at night", Personas.JONAS).id();
            save(drafts.get(id), Personas.JONAS);
            drafts.propose(id, 1, soon(), "Nights are quiet.", Personas.JONAS);
            decisions.decide(id, 1, Personas.ELENA, true, "");
            decisions.decide(id, 1, Personas.HUGO, true, "");
        } finally {
            stack.engine().thaw();
        }
        assertThat(drafts.get(id).state()).isEqualTo(DraftState.APPROVED);
        PolicyDraftId other = proposed(soon());
        awaitSeats(other, 2);
        assertThat(inbox.open(id.value())).isEmpty();
        assertThat(plan.asks(id.value())).isEmpty();
        stack.moveClock(Duration.ofMinutes(2));
    }

    @Test
    void isWithdrawnByTwoLeadersBeforeItBegins() {
        PolicyDraftId id = proposed(clock.instant().plus(Duration.ofHours(1)));
        refuses("policy.wrong-draft-state", () -> withdrawals.withdraw(id, 1, Personas.FARID, WHY));
        approve(id);
        refuses("policy.draft-not-permitted", () -> withdrawals.withdraw(id, 1, Personas.JONAS, WHY));
        refuses("policy.stale-edition", () -> withdrawals.withdraw(id, 2, Personas.FARID, WHY));
        refuses("policy.reason-missing", () -> withdrawals.withdraw(id, 1, Personas.FARID, " "));
        assertThat(withdrawals.withdraw(id, 1, Personas.ELENA, WHY).state()).isEqualTo(DraftState.APPROVED);
        refuses("policy.draft-not-permitted", () -> withdrawals.withdraw(id, 1, Personas.ELENA, WHY));
        assertThat(drafts.leaving()).extracting(PolicyDraft::id).contains(id);
        assertThat(withdrawals.withdraw(id, 1, Personas.FARID, WHY).state()).isEqualTo(DraftState.DRAFT);
        assertThat(editions.coming(clock.instant()))
                .extracting(Editions.InForce::draft)
                .doesNotContain(id);
        stack.moveClock(Duration.ofHours(2));
        assertThat(demandedNow().reviews()).isEqualTo(1);
        assertThat(kinds(id)).endsWith("policy.edition-withdrawal-asked", "policy.edition-withdrawn");
        assertThat(history.proof(id.stream())).isInstanceOf(Proof.Intact.class);
        assertThat(Spent.on("withdrawal of proposal 1 of " + id)).isEqualTo(2);
        drafts.save(id, 1, with(NIGHT.named("later-night")), Personas.JONAS);
        drafts.propose(id, 2, soon(), "As you wished.", Personas.JONAS);
        assertThat(drafts.get(id).state()).isEqualTo(DraftState.PROPOSED);
    }

    @Test
    void beginsWhenASecondLeaderComesTooLateToWithdrawIt() {
        PolicyDraftId id = proposed(clock.instant().plus(Duration.ofHours(1)));
        approve(id);
        withdrawals.withdraw(id, 1, Personas.FARID, WHY);
        stack.moveClock(Duration.ofHours(1));
        refuses("policy.edition-begun", () -> withdrawals.withdraw(id, 1, Personas.GRACE, WHY));
        assertThat(demandedNow().reviews()).isEqualTo(2);
    }

    @Test
    void isWithdrawnByNobodyAloneOrTooLateInTheDatabase() throws SQLException {
        PolicyDraftId id = proposed(soon());
        approve(id);
        String withdrawal = "INSERT INTO policy.edition_withdrawal (draft, round, seat, person, reason, at) VALUES ('"
                + id + "', 1, %d, '%s', 'Mine.', %s)";
        refusesBySql(withdrawal.formatted(1, "jonas", "now()"), "edition_withdrawal_draft_person_part_fkey");
        withdrawals.withdraw(id, 1, Personas.ELENA, WHY);
        refusesBySql(withdrawal.formatted(2, "elena", "now()"), "edition_withdrawal_draft_round_person_key");
        refusesBySql(withdrawal.formatted(3, "hugo", "now()"), "edition_withdrawal_seat_check");
        refusesBySql("UPDATE policy.edition_withdrawal SET person = 'hugo'", "permission denied");
        refusesBySql("DELETE FROM policy.edition_withdrawal", "permission denied");
        stack.moveClock(Duration.ofMinutes(2));
        String late = withdrawal.formatted(2, "hugo", "'" + clock.instant() + "'");
        refusesBySql(late, "to have its entry in the journal");
        try (var owner = stack.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("ALTER TABLE policy.edition_withdrawal DISABLE TRIGGER proven; " + late
                    + "; ALTER TABLE policy.edition_withdrawal ENABLE TRIGGER proven");
        }
        assertThat(drafts.get(id).state()).isEqualTo(DraftState.APPROVED);
        assertThat(demandedNow().reviews()).isEqualTo(2);
    }

    @Test
    void getsTheTableOfANewReleaseAsADraftOnly() {
        String before = policies.inForce().id();
        String table = BasePolicy.read().replace("which counts for two weeks", "which counts for 14 days");
        release.bring(table);
        release.bring(table);
        assertThat(policies.inForce().id()).isEqualTo(before);
        assertThat(drafts.page(Optional.empty(), 50).stream().filter(PolicyDraft::shipped))
                .singleElement()
                .satisfies(draft -> {
                    assertThat(draft.editors()).isEmpty();
                    assertThat(draft.state()).isEqualTo(DraftState.DRAFT);
                    assertThat(drafts.file(draft)).isEqualTo(table);
                });
    }

    private PolicyDraftId proposed(Instant startsAt) {
        PolicyDraft draft = drafts.begin(shipped, "Two reviews at night", Personas.JONAS);
        save(draft, Personas.JONAS);
        drafts.propose(draft.id(), 1, startsAt, "Nights are quiet.", Personas.JONAS);
        awaitSeats(draft.id(), 2);
        return draft.id();
    }

    private void approve(PolicyDraftId id) {
        decisions.decide(id, 1, Personas.ELENA, true, "");
        decisions.decide(id, 1, Personas.HUGO, true, "");
    }

    private void save(PolicyDraft draft, Person writer) {
        assertThat(drafts.save(draft.id(), draft.text(), with(NIGHT), writer)).isInstanceOf(Saving.Saved.class);
    }

    private static TypedTable with(TypedRule... more) {
        return new TypedTable(Stream.concat(TableReader.read(BasePolicy.read()).rules().stream(), Stream.of(more))
                .toList());
    }

    private Instant soon() {
        return clock.instant().plus(Duration.ofMinutes(1));
    }

    private void awaitSeats(PolicyDraftId id, int seats) {
        await(seats + " seats for " + id)
                .until(() -> inbox.open(id.value()).stream()
                                .map(UserTask::element)
                                .filter(EditionPlan.APPROVE_EDITION::equals)
                                .count()
                        == seats);
    }

    private Requirements demandedNow() {
        return policies.require(policies.inForce().id(), AT_NIGHT, TOUCHED);
    }

    private List<String> kinds(PolicyDraftId id) {
        return history.story(id.stream()).stream().map(Entry::kind).toList();
    }
}
