package dev.countersign.reviews.web;

import dev.countersign.identity.People;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Refusal;
import dev.countersign.reviews.Bulk.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of many deeds at once, in words: what was done in one sentence, and each refusal in its own.
 *
 * @param done empty if nothing was done
 * @param refused one after the other; empty if nothing was refused
 */
record BulkWords(String done, List<String> refused) {

    /** `deed` says how many it was done to: "Claimed 3." */
    static BulkWords of(IntFunction<String> deed, Outcome outcome, PersonId reader, People people) {
        Set<PersonId> named = outcome.refused().stream()
                .flatMap(refusal -> refusal.people().stream())
                .map(PersonId::recorded)
                .collect(Collectors.toSet());
        Function<PersonId, String> names = people.names(named);
        Stream<String> refused = outcome.refused().stream().map(refusal -> words(refusal, reader, names));
        return new BulkWords(
                outcome.done() == 0 ? "" : deed.apply(outcome.done()),
                Stream.concat(refused, gone(outcome.gone())).toList());
    }

    private static String words(Refusal refusal, PersonId reader, Function<PersonId, String> names) {
        return refusal.told(People.namesFor(Optional.of(reader), names)).sentence();
    }

    private static Stream<String> gone(int number) {
        return switch (number) {
            case 0 -> Stream.empty();
            case 1 -> Stream.of("One was already decided or closed.");
            default -> Stream.of("%d were already decided or closed.".formatted(number));
        };
    }
}
