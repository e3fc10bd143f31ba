package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody who could be asked for a review, and why. */
public record Suggestion(PersonId id, String name, List<Reason> reasons) {

    /** "knows checkout-api; holds 1 claim". */
    public String words() {
        return reasons.stream().map(Reason::words).collect(Collectors.joining("; "));
    }
}
