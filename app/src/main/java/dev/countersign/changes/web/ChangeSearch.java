package dev.countersign.changes.web;

import dev.countersign.changes.ChangeFilter;
import dev.countersign.changes.ChangeOrder;
import dev.countersign.identity.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A search that was understood, or what of it was not.
 *
 * @param text what stays in the search field: the words, and all that was typed where something is wrong
 * @param after the day as the field shows it
 * @param before likewise
 * @param problems what is wrong, in words; nothing is looked for then
 */
public record ChangeSearch(
        ChangeFilter filter,
        ChangeOrder order,
        boolean mine,
        String text,
        Optional<LocalDate> after,
        Optional<LocalDate> before,
        List<String> problems) {

    public boolean isEmpty() {
        return filter.equals(ChangeFilter.ALL) && !mine && problems.isEmpty();
    }

    /** Whoever was asked for by name; `mine` is a box of its own. */
    public String who(PersonId reader) {
        return String.join(
                ", ",
                filter.authors().stream()
                        .filter(author -> !mine || !author.equals(reader))
                        .map(PersonId::value)
                        .toList());
    }

    public String systems() {
        return String.join(", ", filter.systems());
    }
}
