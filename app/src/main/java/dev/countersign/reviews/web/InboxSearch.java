package dev.countersign.reviews.web;

import dev.countersign.identity.PersonId;
import dev.countersign.reviews.InboxFilter;
import dev.countersign.reviews.InboxOrder;
import dev.countersign.reviews.InboxState;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.servlet.view.RedirectView;
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
        return pairs().stream()
                .map(pair -> pair.name() + "=" + UriUtils.encode(pair.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The list as it was asked for; from its beginning, and all of it where the question was not understood. */
    RedirectView page() {
        String query = problems.isEmpty() ? query() : "";
        return to(query.isEmpty() ? "/reviews" : "/reviews?" + query);
    }

    /** An address is no pattern to fill in. */
    static RedirectView to(String address) {
        var page = new RedirectView(address, true, true, false);
        page.setExpandUriTemplateVariables(false);
        return page;
    }

    /** A field of the address. */
    public record Pair(String name, String value) {}

    /** The fields that ask the same. */
    public List<Pair> pairs() {
        return Stream.of(
                        pairs("text", text.isEmpty() ? Set.of() : Set.of(text)),
                        pairs(
                                "state",
                                filter.states().stream()
                                        .map(InboxState::word)
                                        .sorted()
                                        .toList()),
                        pairs(
                                "tier",
                                filter.tiers().stream()
                                        .sorted()
                                        .map(String::valueOf)
                                        .toList()),
                        pairs("system", filter.systems()),
                        pairs("department", filter.departments()),
                        pairs("who", values(filter.authors())),
                        pairs("overdue", filter.overdue() ? Set.of("true") : Set.of()),
                        pairs("sort", order == InboxOrder.YOURS ? Set.of() : Set.of(order.word())))
                .flatMap(one -> one)
                .toList();
    }

    private static Stream<Pair> pairs(String name, Collection<String> values) {
        return values.stream().map(value -> new Pair(name, value));
    }

    private static List<String> values(Set<PersonId> people) {
        return people.stream().map(PersonId::value).sorted().toList();
    }
}
