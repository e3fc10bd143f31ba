package dev.countersign.changes.web;

import dev.countersign.changes.Revision;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** One revision in the list of them: who handed it in, and when. */
record Written(int number, String by, Instant at, String hash) {

    /** The latest first. */
    static List<Written> of(List<Revision> all, Function<PersonId, String> name) {
        return all.stream()
                .sorted(Comparator.comparingInt(Revision::number).reversed())
                .map(one -> new Written(one.number(), name.apply(one.by()), one.at(), one.hash()))
                .toList();
    }
}
