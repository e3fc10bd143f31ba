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
                () -> Refusal.forbidden("registry.not-a-proposer")
                        .cannot("propose an edit of the registry")
                        .because("%s [isn't|aren't] %s", person.id(), names(kind.proposers()))
                        .instead("Ask the owner of the system, a director or a VP to propose it."));
    }

    static Permission toDecide(Proposal proposal, Person person) {
        return Permission.grantedIf(
                        isOneOf(proposal.kind().approvers(), person),
                        () -> Refusal.forbidden("registry.not-an-approver")
                                .cannot("decide proposal %s", proposal.id())
                                .because(
                                        "%s [isn't|aren't] %s",
                                        person.id(), names(proposal.kind().approvers()))
                                .instead("It waits for somebody who is."))
                .and(() -> Permission.grantedIf(
                        !person.is(proposal.proposedBy()),
                        () -> Refusal.forbidden("registry.own-proposal")
                                .cannot("decide proposal %s", proposal.id())
                                .because("%s made it, and it takes two people", person.id())
                                .instead("Ask another system owner, director or VP to decide it.")))
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
                        () -> Refusal.forbidden("registry.not-the-proposer")
                                .cannot("withdraw proposal %s", proposal.id())
                                .because("%s did not make it", person.id())
                                .instead("Decline it, or ask %s.", proposal.proposedBy()))
                .and(() -> open("withdraw", proposal));
    }

    /** An override waits for its approval; by then its end may have passed. */
    static Permission toAdopt(Proposal proposal, Edit edit, Instant now) {
        return Permission.grantedIf(
                edit.overrides().stream().allMatch(override -> override.endsAt().isAfter(now)),
                () -> Refusal.conflict("registry.override-over")
                        .cannot("put proposal %s in force", proposal.id())
                        .because("its end has passed")
                        .instead("Decline it. It can be proposed again with a later end."));
    }

    private static Permission open(String verb, Proposal proposal) {
        return Permission.grantedIf(
                proposal.isOpen(),
                () -> Refusal.conflict("registry.proposal-settled")
                        .cannot("%s proposal %s", verb, proposal.id())
                        .because("it is %s", proposal.state().words())
                        .instead("Reload its page to see what became of it."));
    }

    private static boolean isOneOf(Set<Role> roles, Person person) {
        return !Collections.disjoint(roles, person.roles());
    }

    private static String names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::called).collect(Collectors.joining(" or "));
    }
}
