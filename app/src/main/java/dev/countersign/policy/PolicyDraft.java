package dev.countersign.policy;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A table that somebody is writing, so that it may become the policy.
 *
 * @param origin the id of the table that it began from
 * @param shipped whether a release brought it along
 * @param text the number of the text that was saved last; 0 while it is still that of its origin
 * @param editors everybody who ever wrote or proposed it; none of them decides
 * @param leaders everybody who ever decided one of its editions; none of them writes
 * @param edition as it was proposed last
 * @param discarded whether it was thrown away
 */
public record PolicyDraft(
        PolicyDraftId id,
        String title,
        String origin,
        boolean shipped,
        Instant begunAt,
        int text,
        Set<PersonId> editors,
        Set<PersonId> leaders,
        Optional<Edition> edition,
        boolean discarded) {

    public PolicyDraft {
        editors = Set.copyOf(editors);
        leaders = Set.copyOf(leaders);
    }

    public DraftState state() {
        if (discarded) {
            return DraftState.DISCARDED;
        }
        if (edition.filter(Edition::isApproved).isPresent()) {
            return DraftState.APPROVED;
        }
        return edition.filter(Edition::isOpen).isPresent() ? DraftState.PROPOSED : DraftState.DRAFT;
    }

    public Permission toEdit(Person person) {
        return DraftRules.toEdit(this, person);
    }

    public Permission toDecide(Person person) {
        return DraftRules.toDecide(this, person);
    }

    /** Whether they may throw it away. */
    public Permission toDiscard(Person person) {
        return DraftRules.toDiscard(this, person);
    }

    /** Whether they may take its approved edition back at that moment. */
    public Permission toWithdraw(Person person, Instant now) {
        return DraftRules.toWithdraw(this, person, now);
    }
}
