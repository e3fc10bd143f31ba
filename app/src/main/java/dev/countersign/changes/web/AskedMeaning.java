package dev.countersign.changes.web;

import dev.countersign.changes.ChangeFilter;
import dev.countersign.changes.ChangeOrder;
import dev.countersign.changes.Status;
import dev.countersign.changes.web.TypedSearch.Name;
import dev.countersign.identity.PersonId;
import dev.countersign.moments.MomentWords;
import dev.countersign.registry.SystemFilter;
import dev.countersign.spelling.Excerpt;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one address of the list means. Nothing of it is left out silently: what is not understood becomes a problem. */
final class AskedMeaning {

    /** More is nobody's search. */
    static final int LONGEST = 400;

    private static final int SHOWN = 60;

    private final Asked asked;
    private final TypedSearch typed;
    private final Function<String, Set<PersonId>> people;
    private final Function<String, Set<String>> systems;
    private final List<String> problems;

    /** `people` and `systems` know whom and what a word means; nobody and nothing is an answer too. */
    AskedMeaning(Asked asked, Function<String, Set<PersonId>> people, Function<String, Set<String>> systems) {
        this.asked = asked;
        this.people = people;
        this.systems = systems;
        boolean isShort = asked.typed().length() <= LONGEST;
        typed = TypedSearch.of(isShort ? asked.typed() : "");
        problems = new ArrayList<>(typed.problems());
        if (!isShort) {
            problems.add("You can search for %d characters at most. Leave out some words.".formatted(LONGEST));
        }
        if (typed.words().size() > ChangeFilter.MOST_WORDS) {
            problems.add("You can search for %d words at once. Leave out some.".formatted(ChangeFilter.MOST_WORDS));
        }
    }

    ChangeSearch of(PersonId reader) {
        boolean mine = isMine();
        var order = order();
        var after = days(Name.AFTER).max(Comparator.naturalOrder());
        var before = days(Name.BEFORE).min(Comparator.naturalOrder());
        var filter = filter(mine ? Set.of(reader) : Set.of(), after, before);
        String text = problems.isEmpty() ? String.join(" ", typed.shown()) : asked.typed();
        return new ChangeSearch(filter, order, mine, text, after, before, List.copyOf(problems));
    }

    private ChangeFilter filter(Set<PersonId> mine, Optional<LocalDate> after, Optional<LocalDate> before) {
        var clocks = new MomentWords(asked.clocks());
        var authors = meant(Name.WHO, people, "No person is called “%s”. Write an id, a full name, or me.");
        authors.addAll(mine);
        return new ChangeFilter(
                meant(Name.STATE, AskedMeaning::states, "No state is called “%s”. " + among(states(), Status::word)),
                authors,
                meant(Name.SYSTEM, systems, "No system is called “%s”. Write its key or its full name."),
                meant(
                        Name.TIER,
                        AskedMeaning::tiers,
                        "There is no tier “%s”. " + among(SystemFilter.TIERS, tier -> "" + tier)),
                after.map(clocks::startOf),
                before.map(clocks::startOf),
                String.join(" ", typed.words()));
    }

    private <T> Set<T> meant(Name name, Function<String, Set<T>> meaning, String problem) {
        Set<T> meant = new LinkedHashSet<>();
        said(name).forEach(word -> {
            Set<T> found = meaning.apply(word);
            meant.addAll(found);
            if (found.isEmpty()) {
                problems.add(problem.formatted(Excerpt.of(word, SHOWN)));
            }
        });
        return meant;
    }

    private Stream<String> said(Name name) {
        return Stream.concat(asked.said(name).stream(), typed.said(name).stream())
                .distinct();
    }

    private Stream<LocalDate> days(Name name) {
        return said(name).toList().stream().flatMap(word -> day(name, word).stream());
    }

    /** Four digits for the year: beyond that neither people nor PostgreSQL follow. */
    private Optional<LocalDate> day(Name name, String word) {
        try {
            if (word.length() == "2026-11-01".length()) {
                return Optional.of(LocalDate.parse(word));
            }
        } catch (DateTimeException noDay) {
            // Said below, as for every other word that is no day.
        }
        problems.add("“%s” is no day for “%s:”. Write it as year, month and day, such as 2026-11-01."
                .formatted(Excerpt.of(word, SHOWN), name.word()));
        return Optional.empty();
    }

    private boolean isMine() {
        String word = asked.mineWord().orElse("false").toLowerCase(Locale.ROOT);
        if (!Set.of("true", "false").contains(word)) {
            problems.add("“Mine” is true or false, not “%s”.".formatted(Excerpt.of(word, SHOWN)));
        }
        return typed.isMine() || word.equals("true");
    }

    private ChangeOrder order() {
        String word = asked.sortWord().orElseGet(ChangeOrder.NEWEST::word);
        Optional<ChangeOrder> order = Arrays.stream(ChangeOrder.values())
                .filter(one -> one.word().equalsIgnoreCase(word))
                .findFirst();
        if (order.isEmpty()) {
            problems.add("The list can't be sorted by “%s”. ".formatted(Excerpt.of(word, SHOWN))
                    + among(List.of(ChangeOrder.values()), ChangeOrder::word));
        }
        return order.orElse(ChangeOrder.NEWEST);
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

    private static <T> String among(Collection<T> all, Function<T, String> word) {
        return all.stream().map(word).collect(Collectors.joining(", ", "Choose among: ", "."));
    }
}
