package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.Systems;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A filter as SQL: only the conditions asked for, so that each has its index. */
final class WantedChanges {

    private static final String ABOUT_ONE = " JOIN changes.about a ON a.change_id = c.id AND a.system = :system ";

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final StringBuilder conditions = new StringBuilder();
    private final WantedWords words;

    /** By which they stand in order; where one system is asked for, its own index knows the newest. */
    private final List<String> place;

    WantedChanges(ChangeFilter filter, ChangeOrder order, PersonId reader, Systems systems) {
        boolean aboutOne = filter.systems().size() == 1;
        place = place(filter, order, aboutOne);
        conditions.append(aboutOne ? ABOUT_ONE : "").append("WHERE (c.status <> 'DRAFT' OR c.author = :reader)");
        values.put("reader", reader.value());
        anyOf("c.status", "statuses", names(filter.statuses(), Status::name));
        anyOf("c.author", "authors", names(filter.authors(), PersonId::value));
        if (aboutOne) {
            values.put("system", filter.systems().iterator().next());
        } else if (!filter.systems().isEmpty()) {
            and(
                    "c.systems && CAST(:systems AS text[])",
                    "systems",
                    filter.systems().toArray(String[]::new));
        }
        if (!filter.tiers().isEmpty()) {
            tiers(filter.tiers(), systems.all());
        }
        filter.from().ifPresent(from -> and("c.created_at >= :from", "from", ChangeRows.at(from)));
        filter.until().ifPresent(until -> and("c.created_at < :until", "until", ChangeRows.at(until)));
        words = WantedWords.ofTitles(filter.text(), systems::called);
        words.each(values::put);
    }

    /** What comes after that one. */
    void before(ChangeId id) {
        boolean byNumber = place.size() == 1;
        String start = place.stream().map(one -> one.substring(2)).collect(Collectors.joining(", "));
        and(
                byNumber
                        ? place.getFirst() + " < :before"
                        : "(%s) < (SELECT %s FROM changes.change WHERE id = :before)"
                                .formatted(String.join(", ", place), start),
                "before",
                id.value());
    }

    /** What a list of them ends with. */
    String inOrder() {
        return place.stream().map(one -> one + " DESC").collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    /** Whether they stand in the order of their numbers. */
    boolean isByNumber() {
        return place.size() == 1;
    }

    /** Words are looked for in each change that the rest of the filter leaves, in their order. */
    String oneByOne() {
        return words.isEmpty() ? conditions.toString() : conditions + " AND " + words.of("c");
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
        return "SELECT w.id FROM changes.change w WHERE " + words.of("w");
    }

    StatementSpec bind(StatementSpec statement) {
        return statement.params(values);
    }

    private static List<String> place(ChangeFilter filter, ChangeOrder order, boolean aboutOne) {
        return switch (order) {
            case WINDOW -> List.of("c.opens_at", "c.id");
            case NEWEST ->
                filter.hasDays() ? List.of("c.created_at", "c.id") : List.of(aboutOne ? "a.change_id" : "c.id");
        };
    }

    /** A change is as critical as the most critical system that it touches. */
    private void tiers(Set<Integer> tiers, List<ProductionSystem> systems) {
        conditions.append(
                tiers.stream().map(tier -> tier(tier, systems)).collect(Collectors.joining(" OR ", " AND (", ")")));
    }

    private String tier(int tier, List<ProductionSystem> systems) {
        values.put("tier" + tier, keys(systems, one -> one.tier() == tier));
        values.put("above" + tier, keys(systems, one -> one.tier() < tier));
        return "c.systems && CAST(:tier%1$d AS text[]) AND NOT c.systems && CAST(:above%1$d AS text[])".formatted(tier);
    }

    private static String[] keys(List<ProductionSystem> systems, Predicate<ProductionSystem> wanted) {
        return systems.stream().filter(wanted).map(ProductionSystem::key).toArray(String[]::new);
    }

    /** A single one has an index in which its changes lie in order. */
    private void anyOf(String column, String name, List<String> wanted) {
        if (wanted.size() == 1) {
            and("%s = :%s".formatted(column, name), name, wanted.getFirst());
        } else if (!wanted.isEmpty()) {
            and("%s = ANY(:%s)".formatted(column, name), name, wanted.toArray(String[]::new));
        }
    }

    private void and(String condition, String name, Object value) {
        conditions.append(" AND ").append(condition);
        values.put(name, value);
    }

    private static <T> List<String> names(Collection<T> values, Function<T, String> name) {
        return values.stream().map(name).toList();
    }
}
