package dev.countersign.changes;

import dev.countersign.spelling.Meanings;
import dev.countersign.spelling.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a search as SQL: each one is a number, a word that is said, or a part of a system's name. */
public final class WantedWords {

    /** Of a change `$`, for the value of this name. */
    private static final String IN_TITLE = "changes.words($.title) @@ to_tsquery('simple', :%s)";

    /** Of its text `r`, which holds its title too, and of the name of who wrote it. */
    private static final List<String> IN_TEXT = List.of(
            "r.said @@ to_tsquery('simple', :%s)",
            "$.author IN (SELECT p.id FROM identity.person p WHERE ' ' || lower(p.name) LIKE :%sbegins)");

    private static final Pattern NUMBER = Pattern.compile("(?i)(chg-|#)?0*([1-9]\\d{0,11})");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Function<String, List<String>> systemsCalled;
    private final List<String> places;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();

    private WantedWords(String text, List<String> places, Function<String, List<String>> systemsCalled) {
        this.places = places;
        this.systemsCalled = systemsCalled;
        Arrays.stream(PlainText.line(text).split(" ", -1))
                .filter(token -> !token.isEmpty())
                .limit(Meanings.MOST_WORDS)
                .forEach(this::token);
    }

    /** Of titles. `systemsCalled` names the systems in whose key or name a word stands. */
    static WantedWords ofTitles(String text, Function<String, List<String>> systemsCalled) {
        return new WantedWords(text, List.of(IN_TITLE), systemsCalled);
    }

    /** Of all that the text `r` of a change says, and of its author's name. */
    public static WantedWords ofTexts(String text, Function<String, List<String>> systemsCalled) {
        return new WantedWords(text, IN_TEXT, systemsCalled);
    }

    public boolean isEmpty() {
        return said.isEmpty();
    }

    /** What has to be true of the change with this alias; nothing is found by no words. */
    public String of(String change) {
        return said.isEmpty() ? "false" : String.join(" AND ", said).replace("$", change);
    }

    /** Hands over each value by the name that the conditions have for it. */
    public void each(BiConsumer<String, Object> value) {
        values.forEach(value);
    }

    private void token(String token) {
        Matcher number = NUMBER.matcher(token);
        if (!number.matches()) {
            words(token);
            return;
        }
        String name = "id" + values.size();
        values.put(name, ChangeId.of(Long.parseLong(number.group(2))).value());
        Stream<String> words = number.group(1) == null ? word(number.group(2)) : Stream.empty();
        either(Stream.concat(Stream.of("$.id = :" + name), words));
    }

    /** Signs alone are nobody's words, and nothing is called like them. */
    private void words(String token) {
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(token, -1))
                .filter(word -> !word.isEmpty())
                .limit(Meanings.MOST_WORDS)
                .toList();
        if (words.isEmpty()) {
            said.add("false");
        }
        words.forEach(word -> either(word(word)));
    }

    /** A word that is said, or that stands in the name of a system that is touched. */
    private Stream<String> word(String word) {
        String name = "word" + values.size();
        values.put(name, "'%s':*".formatted(word));
        values.put(name + "begins", "%% %s%%".formatted(word.toLowerCase(Locale.ROOT)));
        Stream<String> said = places.stream().map(place -> place.formatted(name));
        List<String> called = systemsCalled.apply(word);
        if (called.isEmpty()) {
            return said;
        }
        values.put(name + "systems", called.toArray(String[]::new));
        return Stream.concat(said, Stream.of("$.systems && CAST(:%ssystems AS text[])".formatted(name)));
    }

    /** One condition of a change `$` or another. */
    private void either(Stream<String> ways) {
        said.add(ways.collect(Collectors.joining(" OR ", "(", ")")));
    }
}
