package dev.countersign.changes;

import dev.countersign.spelling.Meanings;
import dev.countersign.spelling.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a search as SQL: each one is a number, a word of the title or a part of a system's name. */
final class WantedWords {

    private static final Pattern NUMBER = Pattern.compile("(?i)(chg-|#)?0*([1-9]\\d{0,11})");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Function<String, List<String>> systemsCalled;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();

    /** `systemsCalled` names the systems in whose key or name a word stands. */
    WantedWords(String text, Function<String, List<String>> systemsCalled) {
        this.systemsCalled = systemsCalled;
        Arrays.stream(PlainText.line(text).split(" ", -1))
                .filter(token -> !token.isEmpty())
                .limit(Meanings.MOST_WORDS)
                .forEach(this::token);
    }

    boolean isEmpty() {
        return said.isEmpty();
    }

    /** What has to be true of the change with this alias; nothing is found by no words. */
    String of(String change) {
        return said.isEmpty() ? "false" : String.join(" AND ", said).replace("$", change);
    }

    /** Hands over each value by the name that the conditions have for it. */
    void each(BiConsumer<String, Object> value) {
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

    /** A word of the title, or of the name of a system that is touched. */
    private Stream<String> word(String word) {
        String name = "word" + values.size();
        values.put(name, "'%s':*".formatted(word));
        String inTitle = "changes.words($.title) @@ to_tsquery('simple', :%s)".formatted(name);
        List<String> called = systemsCalled.apply(word);
        if (called.isEmpty()) {
            return Stream.of(inTitle);
        }
        values.put(name + "systems", called.toArray(String[]::new));
        return Stream.of(inTitle, "$.systems && CAST(:%ssystems AS text[])".formatted(name));
    }

    /** One condition of a change `$` or another. */
    private void either(Stream<String> ways) {
        said.add(ways.collect(Collectors.joining(" OR ", "(", ")")));
    }
}
