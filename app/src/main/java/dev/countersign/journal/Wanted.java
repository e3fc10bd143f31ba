package dev.countersign.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A search as SQL: only the conditions asked for, so that each has its index. */
final class Wanted {

    private static final String OF_SYSTEM = "entry_id";

    private final String place;
    private final List<Condition> conditions;

    Wanted(Search search, Cursor cursor) {
        place = search.system().isPresent() ? OF_SYSTEM : "id";
        conditions = Stream.of(
                        Optional.of(new Condition(place + " < :before", "before", cursor.beforeId())),
                        any("actor", search.actors()),
                        any("kind", search.kinds()),
                        search.stream().map(stream -> new Condition("stream = :stream", "stream", stream)),
                        search.system().map(system -> new Condition("about.system = :system", "system", system)),
                        search.from().map(from -> new Condition("at >= :from", "from", utc(from))),
                        search.until().map(until -> new Condition("at < :until", "until", utc(until))))
                .flatMap(Optional::stream)
                .toList();
    }

    String conditions() {
        return conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND "));
    }

    StatementSpec bind(StatementSpec statement) {
        StatementSpec bound = statement;
        for (Condition condition : conditions) {
            bound = bound.param(condition.name(), condition.value());
        }
        return bound;
    }

    /** The entries that may match; where one system is asked for, its own index knows their order. */
    String from() {
        return place.equals(OF_SYSTEM) ? "journal.entry JOIN journal.about ON entry_id = id" : "journal.entry";
    }

    /** By which the newest come first. */
    String place() {
        return place;
    }

    /** A single one has an index by which its entries lie in order. */
    private static Optional<Condition> any(String column, Set<String> values) {
        return values.size() > 1
                ? Optional.of(
                        new Condition("%1$s = ANY(:%1$s)".formatted(column), column, values.toArray(String[]::new)))
                : values.stream()
                        .findFirst()
                        .map(value -> new Condition("%1$s = :%1$s".formatted(column), column, value));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Condition(String sql, String name, Object value) {}
}
