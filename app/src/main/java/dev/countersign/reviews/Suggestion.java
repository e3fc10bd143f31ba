package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody who could be asked for a review, and why. */
public record Suggestion(PersonId id, String name, List<Reason> reasons) {

    /** "knows Checkout API; has 1 review claimed". */
    public String words() {
        return reasons.stream().map(Reason::words).collect(Collectors.joining("; "));
    }
}
