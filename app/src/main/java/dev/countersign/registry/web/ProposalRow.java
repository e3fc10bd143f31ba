package dev.countersign.registry.web;

import dev.countersign.identity.PersonId;
import dev.countersign.registry.Proposal;
import java.time.Instant;
import java.util.function.Function;

/** A proposal as one line of a list, and at the top of its page. */
record ProposalRow(String id, String title, ProposalBadge badge, String proposer, Instant proposedAt) {

    static ProposalRow of(Proposal proposal, Function<PersonId, String> name) {
        return new ProposalRow(
                proposal.id().value(),
                proposal.title(),
                ProposalBadge.of(proposal.state()),
                name.apply(proposal.proposedBy()),
                proposal.proposedAt());
    }
}
