package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.Duty;
import dev.countersign.identity.PersonId;
import dev.countersign.policy.Requirements;
import dev.countersign.reviews.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that the gate knows of a change that names what is asked about, read from PostgreSQL: the change, who wrote it,
 * what was said of its current revision, what it must have, and which of its systems the registry knows.
 */
record Standing(
        Change change, Set<PersonId> authors, List<Verdict> verdicts, Requirements demanded, Set<String> knownSystems) {

    ChangeDocument document() {
        return change.document();
    }

    boolean isAuthor(PersonId person) {
        return authors.contains(person)
                || person.equals(change.author())
                || person.equals(change.revision().by())
                || document().coAuthors().contains(person);
    }

    /** Approvals of exactly the current content. */
    Stream<Verdict> approvals() {
        return bound().filter(Verdict::approves);
    }

    /** Everything that was said of exactly the current content. */
    Stream<Verdict> bound() {
        return verdicts.stream()
                .filter(verdict -> verdict.revision() == change.revision().number()
                        && verdict.hash().equals(change.revision().hash()));
    }

    /** How many different people, none of them an author, approved in that duty. */
    long independent(Duty duty) {
        return approvals()
                .filter(verdict -> verdict.duty() == duty)
                .map(Verdict::person)
                .filter(person -> !isAuthor(person))
                .distinct()
                .count();
    }
}
