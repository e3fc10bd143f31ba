package dev.countersign.registry;

import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may edit the registry, and who may agree to it; the buttons and the guards read the same answers. */
public final class ProposalRules {

    private ProposalRules() {}

    public static Permission toPropose(ProposalKind kind, Person person) {
        return Permission.grantedIf(
                isOneOf(kind.proposers(), person),
                () -> Refusal.forbidden(
                        "registry.not-a-proposer",
                        "Expected to propose an edit of the registry, but '%s' is none of: %s."
                                .formatted(person.id(), names(kind.proposers())),
                        "Ask the owner of the system, a director or a VP to propose it."));
    }

    static Permission toDecide(Proposal proposal, Person person) {
        return Permission.grantedIf(
                        isOneOf(proposal.kind().approvers(), person),
                        () -> Refusal.forbidden(
                                "registry.not-an-approver",
                                "Expected to decide proposal '%s', but '%s' is none of: %s."
                                        .formatted(
                                                proposal.id(),
                                                person.id(),
                                                names(proposal.kind().approvers())),
                                "It waits for somebody who is."))
                .and(() -> Permission.grantedIf(
                        !person.is(proposal.proposedBy()),
                        () -> Refusal.forbidden(
                                "registry.own-proposal",
                                "Expected to decide proposal '%s', but '%s' made it, and it takes two people."
                                        .formatted(proposal.id(), person.id()),
                                "Ask another system owner, director or VP to decide it.")))
                .and(() -> open("decide", proposal));
    }

    /** The kinds of which somebody's roles decide. */
    static List<ProposalKind> decidableBy(Person person) {
        return Arrays.stream(ProposalKind.values())
                .filter(kind -> isOneOf(kind.approvers(), person))
                .toList();
    }

    static Permission toWithdraw(Proposal proposal, Person person) {
        return Permission.grantedIf(
                        person.is(proposal.proposedBy()),
                        () -> Refusal.forbidden(
                                "registry.not-the-proposer",
                                "Expected to withdraw proposal '%s', but '%s' did not make it."
                                        .formatted(proposal.id(), person.id()),
                                "Decline it, or ask whoever made it."))
                .and(() -> open("withdraw", proposal));
    }

    /** An override waits for its approval; by then its end may have passed. */
    static Permission toAdopt(Proposal proposal, Edit edit, Instant now) {
        return Permission.grantedIf(
                edit.overrides().stream().allMatch(override -> override.endsAt().isAfter(now)),
                () -> Refusal.conflict(
                        "registry.override-over",
                        "Expected to put proposal '%s' in force, but its end has passed.".formatted(proposal.id()),
                        "Decline it; it can be proposed anew with a later end."));
    }

    private static Permission open(String verb, Proposal proposal) {
        return Permission.grantedIf(
                proposal.isOpen(),
                () -> Refusal.conflict(
                        "registry.proposal-settled",
                        "Expected to %s proposal '%s', but it is %s."
                                .formatted(verb, proposal.id(), proposal.state().words()),
                        "Reload its page to see what became of it."));
    }

    private static boolean isOneOf(Set<Role> roles, Person person) {
        return !Collections.disjoint(roles, person.roles());
    }

    private static String names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::realmName).collect(Collectors.joining(", "));
    }
}
