package dev.countersign.registry;

import dev.countersign.identity.Role;
import java.util.EnumSet;
import java.util.Set;

/** What sort of edit a proposal asks for, and which roles may ask for it and decide it. */
public enum ProposalKind {
    CATALOGUE(Who.KEEPERS, Who.KEEPERS),
    TIER_OVERRIDE(Who.KEEPERS, EnumSet.of(Role.DIRECTOR, Role.VP)),
    INCIDENT(EnumSet.complementOf(EnumSet.of(Role.AUDITOR, Role.GATE)), Who.KEEPERS);

    private static final class Who {
        static final Set<Role> KEEPERS = EnumSet.of(Role.SYSTEM_OWNER, Role.DIRECTOR, Role.VP);
    }

    private final Set<Role> proposers;
    private final Set<Role> approvers;

    ProposalKind(Set<Role> proposers, Set<Role> approvers) {
        this.proposers = Set.copyOf(proposers);
        this.approvers = Set.copyOf(approvers);
    }

    Set<Role> proposers() {
        return proposers;
    }

    Set<Role> approvers() {
        return approvers;
    }
}
