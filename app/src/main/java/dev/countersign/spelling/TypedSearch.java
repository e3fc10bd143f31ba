package dev.countersign.spelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody typed into the search field, taken apart: `who:ada state:approved mine pool size`. What stands in quotes
 * is a word, or one value with spaces in it.
 *
 * @param said what was asked by name, as it was typed
 * @param isMine whether `mine` was among it
 * @param words the rest, to look for in titles and names
 * @param shown the rest as it was typed, quotes and all
 * @param problems what can't be understood, in words
 */
public record TypedSearch<N extends TypedSearch.Name>(
        Map<N, List<String>> said, boolean isMine, List<String> words, List<String> shown, List<String> problems) {

    /** What can be asked by name. */
    public interface Name {

        /** As its constant is called. */
        String name();

        /** What somebody could ask it. */
        String such();

        default String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How it is asked. */
        default String example() {
            return word() + ":" + such();
        }
    }

    private static final String MINE = "mine";

    private static final Pattern QUOTES = Pattern.compile("[“”„‟]");

    private static final Pattern PIECE = Pattern.compile(
            "(?<name>[A-Za-z][A-Za-z-]*):(?!//)(?:\"(?<exactly>[^\"]*)\"?|(?<value>[^\\s\"]*))|\"(?<quoted>[^\"]*)\"?|(?<word>\\S+)");

    /** By the names that a list knows. */
    public static <N extends Name> TypedSearch<N> of(String typed, List<N> names) {
        var search = new TypedSearch<N>(
                new LinkedHashMap<>(), false, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Matcher piece = PIECE.matcher(QUOTES.matcher(PlainText.line(typed)).replaceAll("\""));
        boolean isMine = false;
        while (piece.find()) {
            if (MINE.equalsIgnoreCase(piece.group("word"))) {
                isMine = true;
            } else {
                search.take(piece, names);
            }
        }
        return new TypedSearch<>(search.said, isMine, search.words, search.shown, search.problems);
    }

    public List<String> said(N name) {
        return said.getOrDefault(name, List.of());
    }

    private void take(Matcher piece, List<N> names) {
        if (piece.group("name") != null) {
            named(piece, names);
        } else {
            String quoted = piece.group("quoted");
            word(quoted == null ? piece.group("word") : quoted, piece.group());
        }
    }

    private void named(Matcher piece, List<N> names) {
        String exactly = piece.group("exactly");
        List<String> values = exactly == null
                ? Arrays.stream(piece.group("value").split(",", -1)).toList()
                : List.of(exactly);
        List<String> given = values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        Optional<N> name = names.stream()
                .filter(one -> one.word().equalsIgnoreCase(piece.group("name")))
                .findFirst();
        if (name.isPresent()) {
            keep(name.get(), given);
        } else if (given.isEmpty()) {
            word(piece.group("name"), piece.group());
        } else {
            problems.add(
                    "You can't search by “%s:”. Search by %s or mine, or put “%s” in quotes to look for these words."
                            .formatted(
                                    piece.group("name"),
                                    among(names),
                                    piece.group().replace("\"", "")));
        }
    }

    private void keep(N name, List<String> given) {
        if (given.isEmpty()) {
            problems.add("Nothing stands after “%1$s:”. Write it without a space, such as %2$s."
                    .formatted(name.word(), name.example()));
        }
        said.computeIfAbsent(name, one -> new ArrayList<>()).addAll(given);
    }

    private void word(String word, String asTyped) {
        if (!word.isBlank()) {
            words.add(word);
            shown.add(asTyped);
        }
    }

    private static String among(List<? extends Name> names) {
        return names.stream().map(name -> name.word() + ":").collect(Collectors.joining(", "));
    }
}
