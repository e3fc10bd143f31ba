package dev.countersign.policy;

import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.FARID;
import static dev.countersign.Personas.GRACE;
import static dev.countersign.Personas.HUGO;
import static dev.countersign.Personas.JONAS;
import static dev.countersign.Refuses.refuses;
import static dev.countersign.policy.EditionTests.PROPOSED;
import static dev.countersign.policy.EditionTests.STARTS;
import static dev.countersign.policy.EditionTests.approvedAt;
import static dev.countersign.policy.EditionTests.edition;
import static dev.countersign.policy.EditionTests.vote;
import static dev.countersign.policy.EditionTests.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.countersign.Personas;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what with a draft of the policy: Jonas proposed it, and Hugo wrote it with him. */
class DraftRulesTests {

    private static final String DENIED = "policy.draft-not-permitted";
    private static final String WRONG_STATE = "policy.wrong-draft-state";

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"VP", "DIRECTOR", "SYSTEM_OWNER"})
    void isWrittenByLeadersAndSystemOwnersOnly(Role role) {
        refuses(
                DENIED,
                () -> DraftRules.toBegin(Personas.withRoles(GRACE, role)).demand());
        assertThat(DraftRules.toBegin(JONAS).granted()).isTrue();
    }

    @Test
    void isDecidedByLeadersWhoNeitherWroteNorProposedIt() {
        PolicyDraft proposed = draft(Optional.of(edition()), false);
        assertThat(proposed.toDecide(GRACE).granted()).isTrue();
        assertThat(proposed.toDecide(ELENA).granted()).isTrue();
        refuses(DENIED, () -> proposed.toDecide(HUGO).demand());
        refuses(
                DENIED,
                () -> proposed.toDecide(Personas.withRoles(JONAS, Role.values()))
                        .demand());
        refuses(DENIED, () -> proposed.toDecide(Personas.ADA).demand());
    }

    @Test
    void takesTwoPeople() {
        PolicyDraft half = draft(Optional.of(edition(vote(1, GRACE, true, PROPOSED))), false);
        refuses(DENIED, () -> half.toDecide(GRACE).demand());
        assertThat(half.toDecide(ELENA).granted()).isTrue();
    }

    @Test
    void isDecidedOnlyWhileItIsProposed() {
        refuses(
                WRONG_STATE,
                () -> draft(Optional.empty(), false).toDecide(GRACE).demand());
        refuses(
                WRONG_STATE,
                () -> draft(Optional.of(approvedAt(PROPOSED)), false)
                        .toDecide(FARID)
                        .demand());
    }

    /** Otherwise a leader could have what they approved say something else, and decide on their own words. */
    @Test
    void isEditedByNobodyWhoHasDecidedOnIt() {
        PolicyDraft declined = draft(Optional.of(edition(vote(1, ELENA, false, PROPOSED))), false);
        assertThat(declined.toEdit(JONAS).granted()).isTrue();
        assertThat(declined.toEdit(GRACE).granted()).isTrue();
        refuses(DENIED, () -> declined.toEdit(ELENA).demand());
        refuses(
                WRONG_STATE,
                () -> draft(Optional.of(edition()), false).toEdit(JONAS).demand());
    }

    @Test
    void isThrownAwayOnlyIfNobodyEverDecidedOnIt() {
        assertThat(draft(Optional.empty(), false).toDiscard(JONAS).granted()).isTrue();
        assertThat(draft(Optional.empty(), false).toDiscard(GRACE).granted()).isTrue();
        refuses(
                DENIED,
                () -> draft(Optional.empty(), false)
                        .toDiscard(Personas.withRoles(Personas.ADA, Role.SYSTEM_OWNER))
                        .demand());
        refuses(
                "policy.proposed-before",
                () -> draft(Optional.of(edition(vote(1, ELENA, false, PROPOSED))), false)
                        .toDiscard(JONAS)
                        .demand());
        refuses(
                WRONG_STATE,
                () -> draft(Optional.empty(), true).toDiscard(JONAS).demand());
    }

    @Test
    void isWithdrawnBeforeItBeginsAndNoLaterByTwoPeople() {
        PolicyDraft approved = draft(Optional.of(approvedAt(PROPOSED)), false);
        assertThat(approved.toWithdraw(GRACE, STARTS.minusNanos(1)).granted()).isTrue();
        refuses("policy.edition-begun", () -> approved.toWithdraw(GRACE, STARTS).demand());
        refuses(DENIED, () -> approved.toWithdraw(HUGO, PROPOSED).demand());
        PolicyDraft asked = draft(Optional.of(withdrawn(approvedAt(PROPOSED), PROPOSED)), false);
        refuses(
                DENIED,
                () -> draft(asked.edition(), Set.of(JONAS.id()), false)
                        .toWithdraw(HUGO, PROPOSED)
                        .demand());
        assertThat(asked.toWithdraw(FARID, PROPOSED).granted()).isTrue();
    }

    @Test
    void startsNoEarlierThanItIsProposed() {
        PolicyDraft draft = draft(Optional.empty(), false);
        refuses(
                "policy.edition-starts-in-past",
                () -> DraftRules.demandSense(draft, "Better.", PROPOSED.minusNanos(1), PROPOSED));
        assertThatCode(() -> DraftRules.demandSense(draft, "Better.", PROPOSED, PROPOSED))
                .doesNotThrowAnyException();
        refuses("policy.invalid-edition", () -> DraftRules.demandSense(draft, "", STARTS, PROPOSED));
    }

    /** Whoever read the proposal before the last has not read what they would decide, and neither has who knows the future. */
    @Test
    void isDecidedAsItWasRead() {
        PolicyDraft draft = draft(Optional.of(edition()), false);
        assertThatCode(() -> EditionDecisions.demandRead(draft, edition(), 1)).doesNotThrowAnyException();
        refuses("policy.stale-edition", () -> EditionDecisions.demandRead(draft, edition(), 0));
        refuses("policy.stale-edition", () -> EditionDecisions.demandRead(draft, edition(), 2));
    }

    private static PolicyDraft draft(Optional<Edition> edition, boolean discarded) {
        return draft(edition, Set.of(JONAS.id(), HUGO.id()), discarded);
    }

    private static PolicyDraft draft(Optional<Edition> edition, Set<PersonId> editors, boolean discarded) {
        Set<PersonId> leaders = Set.copyOf(edition.stream()
                .flatMap(decided -> decided.votes().stream())
                .map(EditionVote::by)
                .toList());
        return new PolicyDraft(
                PolicyDraftId.of(1),
                "Another table",
                "base-1",
                false,
                PROPOSED,
                1,
                editors,
                leaders,
                edition,
                discarded);
    }
}
