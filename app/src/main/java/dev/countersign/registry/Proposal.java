package dev.countersign.registry;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An edit of the registry that one person wants and another has to approve before any of it is true.
 *
 * @param systems keys of the systems it is about
 */
public record Proposal(
        ProposalId id,
        ProposalKind kind,
        String title,
        List<String> systems,
        String reason,
        PersonId proposedBy,
        Instant proposedAt,
        Optional<Decision> decision,
        Optional<Instant> withdrawnAt) {

    public Proposal {
        systems = List.copyOf(systems);
    }

    public ProposalState state() {
        if (withdrawnAt.isPresent()) {
            return ProposalState.WITHDRAWN;
        }
        return decision.map(said -> said.approved() ? ProposalState.ADOPTED : ProposalState.DECLINED)
                .orElse(ProposalState.OPEN);
    }

    public boolean isOpen() {
        return state() == ProposalState.OPEN;
    }

    public Permission toDecide(Person person) {
        return ProposalRules.toDecide(this, person);
    }

    public Permission toWithdraw(Person person) {
        return ProposalRules.toWithdraw(this, person);
    }
}
