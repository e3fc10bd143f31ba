package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import dev.countersign.spelling.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A filter as SQL: only the conditions asked for, so that each has its index. */
final class WantedChanges {

    private static final Pattern NUMBER = Pattern.compile("(?i)(chg-|#)?0*([1-9]\\d{0,11})");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_WORDS = 24;

    private static final String ABOUT_ONE = " JOIN changes.about a ON a.change_id = c.id AND a.system = :system ";

    private final Function<String, List<String>> systemsCalled;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final StringBuilder conditions = new StringBuilder();
    private final List<String> said = new ArrayList<>();
    private final String place;

    /** `systemsCalled` names the systems in whose key or name a word stands. */
    WantedChanges(ChangeFilter filter, PersonId reader, Function<String, List<String>> systemsCalled) {
        this.systemsCalled = systemsCalled;
        boolean aboutOne = filter.systems().size() == 1;
        place = aboutOne ? "a.change_id" : "c.id";
        conditions.append(aboutOne ? ABOUT_ONE : "").append("WHERE (c.status <> 'DRAFT' OR c.author = :reader)");
        values.put("reader", reader.value());
        if (!filter.statuses().isEmpty()) {
            and("c.status = ANY(:statuses)", "statuses", names(filter));
        }
        filter.author().ifPresent(author -> and("c.author = :author", "author", author.value()));
        if (aboutOne) {
            values.put("system", filter.systems().iterator().next());
        } else if (!filter.systems().isEmpty()) {
            and(
                    "c.systems && CAST(:systems AS text[])",
                    "systems",
                    filter.systems().toArray(String[]::new));
        }
        say(PlainText.line(filter.text()));
    }

    void before(ChangeId id) {
        and(place + " < :before", "before", id.value());
    }

    /** By which the newest come first: where one system is asked for, its own index knows the order. */
    String place() {
        return place;
    }

    /** Words are looked for in each change that the rest of the filter leaves, in their order. */
    String oneByOne() {
        return said.isEmpty() ? conditions.toString() : conditions + " AND " + said("c");
    }

    /** The same, and only so many are looked at, whatever they say. */
    String amongNewest(int most) {
        values.put("newest", most);
        return oneByOne() + " AND c.id >= (SELECT min(id) FROM (SELECT id FROM changes.change"
                + (values.containsKey("before") ? " WHERE id < :before" : "")
                + " ORDER BY id DESC LIMIT :newest) AS newest)";
    }

    /** All that have the words are gathered first and put in order then. */
    String byIndex() {
        return conditions + " AND c.id = ANY(ARRAY(" + saying() + "))";
    }

    /** All that have the words, whatever else is asked for. */
    String saying() {
        return "SELECT w.id FROM changes.change w WHERE " + (said.isEmpty() ? "false" : said("w"));
    }

    private String said(String change) {
        return String.join(" AND ", said).replace("$", change);
    }

    StatementSpec bind(StatementSpec statement) {
        return statement.params(values);
    }

    private void say(String text) {
        List<String> tokens = Arrays.stream(text.split(" ", -1))
                .filter(token -> !token.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        tokens.forEach(this::token);
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
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty()) {
            conditions.append(" AND false");
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

    private void and(String condition, String name, Object value) {
        conditions.append(" AND ").append(condition);
        values.put(name, value);
    }

    private static String[] names(ChangeFilter filter) {
        return filter.statuses().stream().map(Status::name).toArray(String[]::new);
    }
}
