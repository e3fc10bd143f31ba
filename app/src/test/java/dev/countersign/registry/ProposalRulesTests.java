package dev.countersign.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Personas;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Permission.Denied;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may edit the registry, who may agree to it, and when it is too late. */
class ProposalRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void putsNoOverrideInForceWhoseEndHasPassed() {
        assertThat(code(toAdopt(NOW.minusSeconds(1)))).isEqualTo("registry.override-over");
        assertThat(code(toAdopt(NOW))).isEqualTo("registry.override-over");
        assertThat(toAdopt(NOW.plusNanos(1000)).granted()).isTrue();
    }

    @Test
    void looksAtTheEndOfEachOverride() {
        Edit edit =
                new Edit(List.of(), List.of(), List.of(until(NOW.plusSeconds(9)), until(NOW)), List.of(), List.of());
        assertThat(code(ProposalRules.toAdopt(open(ProposalKind.TIER_OVERRIDE), edit, NOW)))
                .isEqualTo("registry.override-over");
    }

    @Test
    void adoptsWhatHasNoEnd() {
        Edit edit = Edit.catalogue(List.of(), List.of());
        assertThat(ProposalRules.toAdopt(open(ProposalKind.CATALOGUE), edit, NOW)
                        .granted())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(ProposalKind.class)
    void takesTwoPeopleWhateverTheirRoles(ProposalKind kind) {
        Person jonas = Personas.withRoles(Personas.JONAS, Role.values());
        Person elena = Personas.withRoles(Personas.ELENA, Role.values());
        assertThat(code(ProposalRules.toDecide(open(kind), jonas))).isEqualTo("registry.own-proposal");
        assertThat(ProposalRules.toDecide(open(kind), elena).granted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void asksThoseWhoAnswerForTheRegistry(Role role) {
        Person somebody = Personas.withRoles(Personas.ELENA, role);
        boolean leads = role == Role.DIRECTOR || role == Role.VP;
        boolean keeps = leads || role == Role.SYSTEM_OWNER;
        assertThat(ProposalRules.toDecide(open(ProposalKind.CATALOGUE), somebody)
                        .granted())
                .isEqualTo(keeps);
        assertThat(ProposalRules.toDecide(open(ProposalKind.INCIDENT), somebody).granted())
                .isEqualTo(keeps);
        assertThat(ProposalRules.toDecide(open(ProposalKind.TIER_OVERRIDE), somebody)
                        .granted())
                .isEqualTo(leads);
        assertThat(ProposalRules.toPropose(ProposalKind.CATALOGUE, somebody).granted())
                .isEqualTo(keeps);
        assertThat(ProposalRules.toPropose(ProposalKind.TIER_OVERRIDE, somebody).granted())
                .isEqualTo(keeps);
        assertThat(ProposalRules.toPropose(ProposalKind.INCIDENT, somebody).granted())
                .isEqualTo(role != Role.AUDITOR && role != Role.GATE);
    }

    @Test
    void letsOnlyTheProposerWithdrawWhatIsOpen() {
        Proposal open = open(ProposalKind.CATALOGUE);
        assertThat(ProposalRules.toWithdraw(open, Personas.JONAS).granted()).isTrue();
        assertThat(code(ProposalRules.toWithdraw(open, Personas.ELENA))).isEqualTo("registry.not-the-proposer");
        assertThat(code(ProposalRules.toWithdraw(withdrawn(), Personas.JONAS))).isEqualTo("registry.proposal-settled");
        assertThat(code(ProposalRules.toDecide(withdrawn(), Personas.ELENA))).isEqualTo("registry.proposal-settled");
    }

    private static Permission toAdopt(Instant end) {
        return ProposalRules.toAdopt(open(ProposalKind.TIER_OVERRIDE), Edit.override(until(end)), NOW);
    }

    private static TierOverride until(Instant end) {
        return new TierOverride("cart-console", 2, "A campaign runs.", end);
    }

    private static Proposal open(ProposalKind kind) {
        return proposal(kind, Optional.empty());
    }

    private static Proposal withdrawn() {
        return proposal(ProposalKind.CATALOGUE, Optional.of(NOW));
    }

    private static Proposal proposal(ProposalKind kind, Optional<Instant> withdrawnAt) {
        return new Proposal(
                new ProposalId("REG-000001"),
                kind,
                "Tier 2 for cart-console",
                List.of("cart-console"),
                "",
                new PersonId("jonas"),
                NOW.minusSeconds(60),
                Optional.empty(),
                withdrawnAt);
    }

    private static String code(Permission permission) {
        return permission instanceof Denied(var refusal) ? refusal.code() : "";
    }
}
