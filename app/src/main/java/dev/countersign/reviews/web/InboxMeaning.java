package dev.countersign.reviews.web;

import dev.countersign.identity.PersonId;
import dev.countersign.registry.SystemFilter;
import dev.countersign.reviews.InboxFilter;
import dev.countersign.reviews.InboxOrder;
import dev.countersign.reviews.InboxState;
import dev.countersign.spelling.Meanings;
import dev.countersign.spelling.TypedSearch;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one address of the inbox means, by whichever of its fields it is said. */
final class InboxMeaning {

    private static final List<InboxState> STATES = List.of(InboxState.values());

    /** Whom and what a word means; nobody and nothing is an answer too. */
    record Dictionary(
            Function<String, Set<PersonId>> people,
            Function<String, Set<String>> systems,
            Function<String, Set<String>> departments) {}

    private final InboxAsked asked;
    private final Dictionary dictionary;
    private final Meanings meanings = new Meanings();
    private final TypedSearch<InboxName> typed;

    InboxMeaning(InboxAsked asked, Dictionary dictionary) {
        this.asked = asked;
        this.dictionary = dictionary;
        typed = meanings.typed(asked.typed(), List.of(InboxName.values()));
    }

    InboxSearch search() {
        InboxFilter filter = filter();
        InboxOrder order = meanings.oneOf(
                List.of(InboxOrder.values()),
                InboxOrder::word,
                asked.sortWord().orElseGet(InboxOrder.YOURS::word),
                "The list can't be sorted by “%s”. ");
        List<String> problems = meanings.problems();
        String text = problems.isEmpty() ? String.join(" ", typed.shown()) : asked.typed();
        return new InboxSearch(filter, order, text, problems);
    }

    private InboxFilter filter() {
        Set<InboxState> states = meant(
                InboxName.STATE,
                InboxMeaning::states,
                "No state is called “%s”. " + Meanings.among(STATES, InboxState::word));
        if (typed.isMine()) {
            states.add(InboxState.MINE);
        }
        return new InboxFilter(
                states,
                meant(
                        InboxName.TIER,
                        InboxMeaning::tiers,
                        "There is no tier “%s”. " + Meanings.among(SystemFilter.TIERS, tier -> "" + tier)),
                meant(
                        InboxName.SYSTEM,
                        dictionary.systems(),
                        "No system is called “%s”. Write its key or its full name."),
                meant(
                        InboxName.DEPARTMENT,
                        dictionary.departments(),
                        "No department is called “%s”. Write its key or its full name."),
                meant(
                        InboxName.WHO,
                        dictionary.people(),
                        "No person is called “%s”. Write a user name, a full name, or me."),
                asked.isOverdue(),
                String.join(" ", typed.words()));
    }

    private <T> Set<T> meant(InboxName name, Function<String, Set<T>> meaning, String problem) {
        Stream<String> beside = asked.said(name);
        return meanings.of(Stream.concat(beside, typed.said(name).stream()), meaning, problem);
    }

    /** By its word or by what stands in the list. */
    private static Set<InboxState> states(String word) {
        return Arrays.stream(InboxState.values())
                .filter(state ->
                        state.word().equalsIgnoreCase(word) || state.label().equalsIgnoreCase(word.replace('-', ' ')))
                .collect(Collectors.toSet());
    }

    private static Set<Integer> tiers(String word) {
        return SystemFilter.TIERS.stream()
                .filter(tier -> word.equals("" + tier))
                .collect(Collectors.toSet());
    }
}
