package dev.countersign.reviews.web;

import dev.countersign.identity.PersonId;
import dev.countersign.reviews.InboxFilter;
import dev.countersign.reviews.InboxOrder;
import dev.countersign.reviews.InboxState;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A search of the inbox that was understood, or what of it was not.
 *
 * @param text what stays in the search field: the words, and all that was typed where something is wrong
 * @param problems what is wrong, in words; nothing is looked for then
 */
public record InboxSearch(InboxFilter filter, InboxOrder order, String text, List<String> problems) {

    public boolean isEmpty() {
        return filter.equals(InboxFilter.ALL) && problems.isEmpty();
    }

    /** Whether there is something to save under a name. */
    public boolean isWorthSaving() {
        return problems.isEmpty() && !query().isEmpty();
    }

    public String who() {
        return String.join(", ", values(filter.authors()));
    }

    public String systems() {
        return String.join(", ", filter.systems());
    }

    /** The same as the end of an address, however it was asked. */
    public String query() {
        var query = UriComponentsBuilder.newInstance();
        add(query, "text", text.isEmpty() ? Set.of() : Set.of(text));
        add(query, "state", filter.states().stream().map(InboxState::word).sorted().toList());
        add(query, "tier", filter.tiers().stream().sorted().map(String::valueOf).toList());
        add(query, "system", filter.systems());
        add(query, "department", filter.departments());
        add(query, "who", values(filter.authors()));
        add(query, "overdue", filter.overdue() ? Set.of("true") : Set.of());
        add(query, "sort", order == InboxOrder.YOURS ? Set.of() : Set.of(order.word()));
        String built = query.build().getQuery();
        return built == null ? "" : built;
    }

    private static void add(UriComponentsBuilder query, String name, Collection<String> values) {
        values.forEach(value -> query.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
    }

    private static List<String> values(Set<PersonId> people) {
        return people.stream().map(PersonId::value).sorted().toList();
    }
}
