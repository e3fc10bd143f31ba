package dev.countersign.changes;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
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
                        () -> Refusal.forbidden(
                                "changes.not-permitted",
                                "Expected to hand change '%s' over, but '%s' is neither one of its authors nor its director or VP."
                                        .formatted(change.id(), person.id()),
                                "Ask " + change.author() + "."))
                .and(
                        () -> Permission.grantedIf(
                                change.status().canBeWithdrawn(),
                                () -> Refusal.conflict(
                                        "changes.wrong-state",
                                        "Expected to hand change '%s' over, but it is %s."
                                                .formatted(
                                                        change.id(),
                                                        change.status().label().toLowerCase(Locale.ROOT)),
                                        "It can be handed over until it is executed; any of its authors can record its outcome.")));
    }

    /**
     * To an engineer who has no other duty on it.
     *
     * @param known what the house knows of them
     */
    static Permission toTake(Change change, PersonId next, Optional<Person> known, Permission free) {
        return Permission.grantedIf(
                        !next.equals(change.author()),
                        () -> denied(change, next, "they have it already", "Choose somebody else."))
                .and(() -> Permission.grantedIf(
                        known.filter(person -> person.has(Role.ENGINEER)).isPresent(),
                        () -> denied(change, next, "they are no engineer", "Choose somebody who writes changes.")))
                .and(() -> free);
    }

    private static Refusal denied(Change change, PersonId next, String fact, String wayOut) {
        return Refusal.invalid(
                "changes.not-to-them",
                "Expected to hand change '%s' over to '%s', but %s.".formatted(change.id(), next, fact),
                wayOut);
    }
}
