package dev.countersign.registry.web;

import dev.countersign.registry.ProposalState;

/** How the state of a proposal looks. */
record ProposalBadge(String tone, String icon, String words) {

    static ProposalBadge of(ProposalState state) {
        return switch (state) {
            case OPEN -> new ProposalBadge("active", "hourglass", "Awaiting a second person");
            case ADOPTED -> new ProposalBadge("good", "circle-check", "Approved");
            case DECLINED -> new ProposalBadge("", "circle-x", "Declined");
            case WITHDRAWN -> new ProposalBadge("", "undo-2", "Withdrawn");
        };
    }
}
