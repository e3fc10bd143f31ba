package dev.countersign.changes.web;

import dev.countersign.changes.ChangeFilter;
import dev.countersign.changes.ChangeOrder;
import dev.countersign.changes.Status;
import dev.countersign.identity.PersonId;
import dev.countersign.moments.MomentWords;
import dev.countersign.registry.SystemFilter;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.Meanings;
import dev.countersign.spelling.TypedSearch;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one address of the list means. Nothing of it is left out silently: what is not understood becomes a problem. */
final class AskedMeaning {

    private static final int SHOWN = 60;

    private final Asked asked;
    private final TypedSearch<SearchName> typed;
    private final Function<String, Set<PersonId>> people;
    private final Function<String, Set<String>> systems;
    private final Meanings meanings = new Meanings();

    /** `people` and `systems` know whom and what a word means; nobody and nothing is an answer too. */
    AskedMeaning(Asked asked, Function<String, Set<PersonId>> people, Function<String, Set<String>> systems) {
        this.asked = asked;
        this.people = people;
        this.systems = systems;
        typed = meanings.typed(asked.typed(), List.of(SearchName.values()));
    }

    ChangeSearch of(PersonId reader) {
        boolean mine = isMine();
        var order = order();
        var after = days(SearchName.AFTER).max(Comparator.naturalOrder());
        var before = days(SearchName.BEFORE).min(Comparator.naturalOrder());
        var filter = filter(mine ? Set.of(reader) : Set.of(), after, before);
        List<String> problems = meanings.problems();
        String text = problems.isEmpty() ? String.join(" ", typed.shown()) : asked.typed();
        return new ChangeSearch(filter, order, mine, text, after, before, problems);
    }

    private ChangeFilter filter(Set<PersonId> mine, Optional<LocalDate> after, Optional<LocalDate> before) {
        var clocks = new MomentWords(asked.clocks());
        var authors = meant(SearchName.WHO, people, "No person is called “%s”. Write a full name, a user name, or me.");
        authors.addAll(mine);
        return new ChangeFilter(
                meant(
                        SearchName.STATE,
                        AskedMeaning::states,
                        "No state is called “%s”. " + Meanings.among(states(), Status::word)),
                authors,
                meant(SearchName.SYSTEM, systems, "No system is called “%s”. Write its key or its full name."),
                meant(
                        SearchName.TIER,
                        AskedMeaning::tiers,
                        "There is no tier “%s”. " + Meanings.among(SystemFilter.TIERS, tier -> "" + tier)),
                after.map(clocks::startOf),
                before.map(clocks::startOf),
                String.join(" ", typed.words()));
    }

    private <T> Set<T> meant(SearchName name, Function<String, Set<T>> meaning, String problem) {
        return meanings.of(said(name), meaning, problem);
    }

    private Stream<String> said(SearchName name) {
        return Stream.concat(asked.said(name).stream(), typed.said(name).stream())
                .distinct();
    }

    private Stream<LocalDate> days(SearchName name) {
        return said(name).toList().stream().flatMap(word -> day(name, word).stream());
    }

    /** Four digits for the year: beyond that neither people nor PostgreSQL follow. */
    private Optional<LocalDate> day(SearchName name, String word) {
        try {
            if (word.length() == "2026-11-01".length()) {
                return Optional.of(LocalDate.parse(word));
            }
        } catch (DateTimeException noDay) {
            // Said below, as for every other word that is no day.
        }
        meanings.unclear("“%s” is not a date for “%s:”. Write year, month and day, such as 2026-11-01."
                .formatted(Excerpt.of(word, SHOWN), name.word()));
        return Optional.empty();
    }

    private boolean isMine() {
        String word = asked.mineWord().orElse("false").toLowerCase(Locale.ROOT);
        if (!Set.of("true", "false").contains(word)) {
            meanings.unclear("“Mine” is true or false, not “%s”.".formatted(Excerpt.of(word, SHOWN)));
        }
        return typed.isMine() || word.equals("true");
    }

    private ChangeOrder order() {
        return meanings.oneOf(
                List.of(ChangeOrder.values()),
                ChangeOrder::word,
                asked.sortWord().orElseGet(ChangeOrder.NEWEST::word),
                "The list can't be sorted by “%s”. ");
    }

    private static List<Status> states() {
        return List.of(Status.values());
    }

    /** By its word or by what stands on the badge. */
    private static Set<Status> states(String typed) {
        String word = typed.toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "-");
        return states().stream()
                .filter(state -> state.word().equals(word)
                        || state.label()
                                .toLowerCase(Locale.ROOT)
                                .replace(' ', '-')
                                .equals(word))
                .collect(Collectors.toSet());
    }

    private static Set<Integer> tiers(String typed) {
        return SystemFilter.TIERS.stream()
                .filter(tier -> typed.equals("" + tier))
                .collect(Collectors.toSet());
    }
}
