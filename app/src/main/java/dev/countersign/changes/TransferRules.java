package dev.countersign.changes;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Refusal.Attempt;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Who may hand a change over, and to whom. */
final class TransferRules {

    private TransferRules() {}

    /**
     * Its authors may, and those who lead its department; of a draft its author alone.
     *
     * @param writes whether somebody is one of the authors
     * @param leads whether somebody leads its department now
     */
    static Permission toHandOver(Change change, Person person, Predicate<Person> writes, Predicate<Person> leads) {
        return Permission.grantedIf(
                        person.is(change.author())
                                || change.status() != Status.DRAFT && (writes.test(person) || leads.test(person)),
                        () -> Refusal.forbidden("changes.not-permitted")
                                .cannot("hand %s over", change.id())
                                .because("%s [is|are] neither one of its authors nor its director or VP", person.id())
                                .instead("Ask %s.", change.author()))
                .and(
                        () -> Permission.grantedIf(
                                change.status().canBeWithdrawn(),
                                () -> Refusal.conflict("changes.wrong-state")
                                        .cannot("hand %s over", change.id())
                                        .because(
                                                "it is %s",
                                                change.status().label().toLowerCase(Locale.ROOT))
                                        .instead(
                                                "It can be handed over until it is executed. Any of its authors can record its outcome.")));
    }

    /**
     * To an engineer who has no other duty on it.
     *
     * @param known what the house knows of them
     */
    static Permission toTake(Change change, PersonId next, Optional<Person> known, Permission free) {
        return Permission.grantedIf(
                        !next.equals(change.author()),
                        () -> denied(change, next)
                                .because("%s already [has|have] it", next)
                                .instead("Choose somebody else."))
                .and(() -> Permission.grantedIf(
                        known.filter(person -> person.has(Role.ENGINEER)).isPresent(),
                        () -> denied(change, next)
                                .because("%s [isn't|aren't] an engineer", next)
                                .instead("Choose somebody who writes changes.")))
                .and(() -> free);
    }

    private static Attempt denied(Change change, PersonId next) {
        return Refusal.invalid("changes.not-to-them").cannot("hand %s over to %s", change.id(), next);
    }
}
