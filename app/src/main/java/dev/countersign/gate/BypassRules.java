package dev.countersign.gate;

import dev.countersign.gate.Bypass.Way;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Who may say what of a deployment that went around the gate. */
final class BypassRules {

    private BypassRules() {}

    /** Whoever answers for the system; for one that nobody knows, whoever keeps the registry or leads. */
    static Permission toExplain(BypassFacts facts, Person person) {
        return Permission.grantedIf(
                        answersFor(facts, person),
                        () -> Refusal.forbidden("gate.not-answerable")
                                .cannot("explain %s", facts.bypass().id())
                                .because(
                                        "%s [is|are] neither owner, director nor VP of %s",
                                        person.id(), facts.systemName())
                                .instead("Tell its owner what you know."))
                .and(() -> Permission.grantedIf(facts.bypass().isOpen(), () -> settled(facts.bypass())));
    }

    /** Who deployed it does not alone say that it is gone. */
    static Permission toSay(BypassFacts facts, Way way, Person person) {
        return toExplain(facts, person)
                .and(() -> Permission.grantedIf(
                        way != Way.REVERTED || !facts.behind().contains(person.id()),
                        () -> Refusal.forbidden("gate.reverted-by-author")
                                .cannot("close %s as reverted", facts.bypass().id())
                                .because("%s [is|are] behind what was deployed", person.id())
                                .instead("Ask somebody else who answers for the system.")));
    }

    static void demandSense(Bypass bypass, Way way, Instant revertedAt, Instant firstDeployed, Instant now) {
        if (way == Way.REVERTED && (revertedAt.isAfter(now) || revertedAt.isBefore(firstDeployed))) {
            throw Refusal.invalid("gate.reverted-when")
                    .cannot("close %s as reverted", bypass.id())
                    .because(
                            revertedAt.isAfter(now) ? "%s is still to come" : "%s is before it was deployed",
                            revertedAt)
                    .instead("Say when it was taken back.");
        }
    }

    private static boolean answersFor(BypassFacts facts, Person person) {
        Set<PersonId> answerable = facts.answerable();
        return answerable.isEmpty()
                ? List.of(Role.SYSTEM_OWNER, Role.DIRECTOR, Role.VP).stream().anyMatch(person::has)
                : answerable.contains(person.id());
    }

    private static Refusal settled(Bypass bypass) {
        return Refusal.conflict("gate.bypass-settled")
                .cannot("explain %s", bypass.id())
                .because("it is closed")
                .instead("There is nothing left to do.");
    }
}
