package dev.countersign.spelling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out what the words of a search mean. Nothing is left out silently: what is not understood becomes a problem. */
public final class Meanings {

    /** More is nobody's search. */
    public static final int LONGEST = 400;

    /** More words are nobody's search. */
    public static final int MOST_WORDS = 24;

    /** More people, systems or other things of one kind are nobody's search, and each is looked up. */
    static final int MOST_NAMED = 50;

    private static final int SHOWN = 60;

    private final List<String> problems = new ArrayList<>();

    /** Takes apart what was typed. */
    public <N extends TypedSearch.Name> TypedSearch<N> typed(String text, List<N> names) {
        boolean isShort = text.length() <= LONGEST;
        TypedSearch<N> typed = TypedSearch.of(isShort ? text : "", names);
        problems.addAll(typed.problems());
        if (!isShort) {
            problems.add("You can search for %d characters at most. Leave out some words.".formatted(LONGEST));
        }
        if (typed.words().size() > MOST_WORDS) {
            problems.add("You can search for %d words at once. Leave out some.".formatted(MOST_WORDS));
        }
        return typed;
    }

    /**
     * All that the words mean.
     *
     * @param meaning what one of them means; nothing is an answer too
     * @param problem what is wrong with one that means nothing, which stands in it as `%s`
     */
    public <T> Set<T> of(Stream<String> words, Function<String, Set<T>> meaning, String problem) {
        Set<T> meant = new LinkedHashSet<>();
        few(words).forEach(word -> {
            Set<T> found = meaning.apply(word);
            meant.addAll(found);
            if (found.isEmpty()) {
                unclear(problem.formatted(Excerpt.of(word, SHOWN)));
            }
        });
        return meant;
    }

    private List<String> few(Stream<String> words) {
        List<String> all = words.distinct().toList();
        if (all.size() <= MOST_NAMED) {
            return all;
        }
        unclear("You can name %d of a kind at once, not %d. Leave out some.".formatted(MOST_NAMED, all.size()));
        return List.of();
    }

    /** One of several by its word; the first one where the word is none of them. */
    public <T> T oneOf(List<T> all, Function<T, String> name, String word, String problem) {
        return all.stream()
                .filter(one -> name.apply(one).equalsIgnoreCase(word))
                .findFirst()
                .orElseGet(() -> {
                    unclear(problem.formatted(Excerpt.of(word, SHOWN)) + among(all, name));
                    return all.getFirst();
                });
    }

    public void unclear(String problem) {
        problems.add(problem);
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** What can be chosen, as the end of a problem. */
    public static <T> String among(Collection<T> all, Function<T, String> word) {
        return all.stream().map(word).collect(Collectors.joining(", ", "Choose among: ", "."));
    }
}
