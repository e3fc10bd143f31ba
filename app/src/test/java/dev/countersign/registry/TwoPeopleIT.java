package dev.countersign.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.Personas;
import dev.countersign.identity.Person;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.journal.Proof;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.files.Choices;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnRealStack
class TwoPeopleIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RealStack stack = RealStack.shared();

    @Autowired
    Edits edits;

    @Autowired
    Incidents incidents;

    @Autowired
    Imports imports;

    @Autowired
    Proposals proposals;

    @Autowired
    Differences differences;

    @Autowired
    Systems systems;

    @Autowired
    Facts facts;

    @Autowired
    History history;

    @Autowired
    Clock clock;

    @Test
    void makesTrueWhatASecondPersonApproves() {
        SystemFacts wanted = fresh();
        Proposal proposal = edits.describe(SampleSystem.only(wanted), "It goes live.", Personas.JONAS);
        assertThat(systems.find(wanted.key())).isEmpty();
        proposals.decide(proposal.id(), Personas.ELENA, true, "Fine.");
        assertThat(facts.system(wanted.key())).isEqualTo(wanted);
        assertThat(proposals.get(proposal.id()).state()).isEqualTo(ProposalState.ADOPTED);
        assertThat(history.story("system/" + wanted.key()))
                .extracting(Entry::kind)
                .containsExactly("registry.proposed", "registry.adopted");
        assertThat(history.proof("system/" + wanted.key())).isInstanceOf(Proof.Intact.class);
    }

    @Test
    void refusesApprovalByWhoeverProposedIt() {
        Person both = Personas.ELENA;
        Proposal proposal = edits.describe(SampleSystem.only(fresh()), "", both);
        refuses("registry.own-proposal", () -> proposals.decide(proposal.id(), both, true, ""));
        refuses("registry.not-an-approver", () -> proposals.decide(proposal.id(), Personas.ADA, true, ""));
        assertThat(proposals.get(proposal.id()).isOpen()).isTrue();
    }

    @Test
    void asksADirectorOrVpForAnOverride() {
        Proposal proposal = edits.override(
                "cart-console", 2, "A campaign runs.", clock.instant().plus(Duration.ofDays(9)), Personas.ELENA);
        refuses("registry.not-an-approver", () -> proposals.decide(proposal.id(), Personas.JONAS, true, ""));
        proposals.decide(proposal.id(), Personas.GRACE, true, "");
        assertThat(systems.get("cart-console").tier()).isEqualTo(2);
    }

    /** Otherwise somebody could propose what another one has read. */
    @Test
    void proposesAFileOnlyForWhoLookedThroughIt() {
        String file = "key,name,department,owner,declared_tier\n%s,New,checkout,jonas,3\n".formatted(fresh().key());
        Rehearsal read = imports.rehearse(file.getBytes(StandardCharsets.UTF_8), Choices.NONE, Personas.JONAS);
        assertThat(read.bad()).isEmpty();
        refuses("registry.unknown-rehearsal", () -> imports.propose(read.id(), "It goes live.", Personas.ELENA));
        refuses("registry.unknown-rehearsal", () -> imports.again(read.id(), Choices.NONE, Personas.ELENA));
        assertThat(imports.propose(read.id(), "It goes live.", Personas.JONAS).proposedBy())
                .isEqualTo(Personas.JONAS.id());
    }

    @Test
    void keepsOnlyTheLastFilesThatSomebodyLookedThrough() {
        byte[] file = "key,name,department,owner,declared_tier\n%s,New,checkout,jonas,3\n"
                .formatted(fresh().key())
                .getBytes(StandardCharsets.UTF_8);
        Rehearsal first = imports.rehearse(file, Choices.NONE, Personas.JONAS);
        Rehearsal second = imports.rehearse(file, Choices.NONE, Personas.JONAS);
        for (int more = 0; more < 9; more++) {
            imports.rehearse(file, Choices.NONE, Personas.JONAS);
        }
        refuses("registry.unknown-rehearsal", () -> imports.again(first.id(), Choices.NONE, Personas.JONAS));
        assertThat(imports.again(second.id(), Choices.NONE, Personas.JONAS).bad())
                .isEmpty();
    }

    @Test
    void letsOnlyTheProposerWithdrawAndOnlyBeforeTheDecision() {
        Proposal proposal = edits.describe(SampleSystem.only(fresh()), "", Personas.JONAS);
        refuses("registry.not-the-proposer", () -> proposals.withdraw(proposal.id(), Personas.ELENA));
        proposals.withdraw(proposal.id(), Personas.JONAS);
        refuses("registry.proposal-settled", () -> proposals.decide(proposal.id(), Personas.ELENA, true, ""));
        Proposal other = edits.describe(SampleSystem.only(fresh()), "", Personas.JONAS);
        proposals.decide(other.id(), Personas.ELENA, false, "Not yet.");
        refuses("registry.proposal-settled", () -> proposals.withdraw(other.id(), Personas.JONAS));
    }

    @Test
    void showsTheSecondOfTwoRacingEditsWhatTheFirstChanged() {
        SystemFacts before = adopted(fresh());
        Proposal one = edits.describe(SampleSystem.only(SampleSystem.renamed(before, "One")), "", Personas.JONAS);
        Proposal other = edits.describe(SampleSystem.only(SampleSystem.renamed(before, "Other")), "", Personas.JONAS);
        assertThat(proposals.openAbout(before.key(), 10)).containsExactly(one, other);
        proposals.decide(one.id(), Personas.ELENA, true, "");
        refuses("registry.overtaken", () -> proposals.decide(other.id(), Personas.ELENA, true, ""));
        assertThat(facts.system(before.key()).name()).isEqualTo("One");
        assertThat(differences.of(proposals.edit(other.id()), true, 10))
                .singleElement()
                .satisfies(seen -> assertThat(seen.fields())
                        .containsExactly(new FieldChange("Name", before.name(), "One", "Other")));
        proposals.withdraw(other.id(), Personas.JONAS);
    }

    @Test
    void refusesTheStaleEditInTheDatabaseAsWell() {
        SystemFacts before = adopted(fresh());
        Proposal one = edits.describe(SampleSystem.only(SampleSystem.renamed(before, "One")), "", Personas.JONAS);
        Proposal other = edits.describe(SampleSystem.only(SampleSystem.renamed(before, "Other")), "", Personas.JONAS);
        proposals.decide(one.id(), Personas.ELENA, true, "");
        refusesBySql("""
                INSERT INTO registry.vote VALUES ('%1$s', 'elena', 'APPROVED', '', now());
                INSERT INTO registry.adoption (proposal, approved_by) VALUES ('%1$s', 'elena')""".formatted(other.id()), "it has changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE registry.system SET owner = 'ada' WHERE key = 'checkout-api'",
                "UPDATE registry.system SET declared_tier = 4 WHERE key = 'checkout-api'",
                "INSERT INTO registry.system (key, name, description, declared_tier, department, owner) VALUES ('mine', 'Mine', '', 4, 'checkout', 'ada')",
                "DELETE FROM registry.system WHERE key = 'checkout-api'",
                "UPDATE registry.department SET director = 'ada' WHERE key = 'checkout'",
                "INSERT INTO registry.repository VALUES ('checkout-api', 'ada/mine')",
                "INSERT INTO registry.dependency VALUES ('checkout-api', 'yard-api')",
                "INSERT INTO registry.incident_system VALUES ('INC-000001', 'yard-api')",
                "UPDATE registry.incident SET lost_orders = 0",
                "INSERT INTO registry.override VALUES ('REG-000001', 'checkout-api', 4, 'mine', now(), now() + interval '1 day')",
                "INSERT INTO registry.system_revision VALUES ('checkout-api', 9, '{}', NULL)",
                "UPDATE registry.vote SET vote = 'APPROVED'",
                "UPDATE registry.proposal SET edit = '{}'",
                "SELECT registry.adopt()"
            })
    void letsTheApplicationsAccountWriteNoFact(String statement) {
        refusesBySql(statement, "permission denied");
    }

    @Test
    void letsNobodyApproveTheirOwnProposalBySql() {
        Proposal proposal = edits.describe(SampleSystem.only(fresh()), "", Personas.JONAS);
        refusesBySql(
                "INSERT INTO registry.vote VALUES ('%s', 'jonas', 'APPROVED', '', now())".formatted(proposal.id()),
                "vote_pkey");
        refusesBySql(
                "INSERT INTO registry.adoption (proposal, approved_by) VALUES ('%s', 'jonas')".formatted(proposal.id()),
                "adoption_proposal_approved_by_approval_fkey");
        refusesBySql(
                "INSERT INTO registry.adoption (proposal, approved_by) VALUES ('%s', 'elena')".formatted(proposal.id()),
                "adoption_proposal_approved_by_approval_fkey");
        proposals.withdraw(proposal.id(), Personas.JONAS);
        refusesBySql("""
                INSERT INTO registry.vote VALUES ('%1$s', 'elena', 'APPROVED', '', now());
                INSERT INTO registry.adoption (proposal, approved_by) VALUES ('%1$s', 'elena')""".formatted(proposal.id()), "it was withdrawn");
    }

    @Test
    void letsNobodyWriteUnderSomebodyElsesApproval() {
        SystemFacts one = adopted(fresh());
        Proposal approved = proposals.page(false, Optional.empty(), 1).getFirst();
        assertThat(approved.systems()).containsExactly(one.key());
        refusesBySql(
                "INSERT INTO registry.adoption (proposal, approved_by) VALUES ('%s', 'elena')".formatted(approved.id()),
                "adoption_pkey");
    }

    @Test
    void refusesEvenTheOwnerToMarkARevisionAsOlderThanTheRule() {
        assertThatThrownBy(() -> {
                    try (var owner = stack.asOwner();
                            var sql = owner.createStatement()) {
                        sql.execute("INSERT INTO registry.system_revision VALUES ('checkout-api', 9, '{}', NULL)");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("adopted");
    }

    @Test
    void letsAnyEngineerReportAnIncidentButNotConfirmIt() {
        Proposal reported = incidents.report(
                SampleIncident.at(clock.instant().minus(Duration.ofDays(1)), "cart-console"), "", Personas.ADA);
        refuses("registry.not-an-approver", () -> proposals.decide(reported.id(), Personas.BEN, true, ""));
        refuses(
                "registry.not-a-proposer",
                () -> incidents.report(
                        SampleIncident.at(clock.instant().minus(Duration.ofDays(1)), "cart-console"),
                        "",
                        Personas.INES));
    }

    private SystemFacts adopted(SystemFacts system) {
        Proposal proposal = edits.describe(SampleSystem.only(system), "", Personas.JONAS);
        proposals.decide(proposal.id(), Personas.ELENA, true, "");
        return system;
    }

    private static SystemFacts fresh() {
        return SampleSystem.named("two-people-" + NUMBER.incrementAndGet());
    }

    private void refusesBySql(String statement, String why) {
        assertThatThrownBy(() -> {
                    try (var app = stack.asApp();
                            var sql = app.createStatement()) {
                        app.setAutoCommit(false);
                        sql.execute(statement);
                        app.commit();
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
