package dev.countersign.journal;

import dev.countersign.identity.PersonId;
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
                        search.actor().map(Wanted::by),
                        kinds(search.kinds()),
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

    /** A person in their one form, and as the record named them before there was one. */
    private static Condition by(String who) {
        String person = PersonId.of(who).map(PersonId::value).orElse(who);
        return person.equals(who)
                ? new Condition("actor = :actor", "actor", who)
                : new Condition("actor = ANY(:actor)", "actor", new String[] {person, who});
    }

    /** One kind has an index by which its entries lie in order. */
    private static Optional<Condition> kinds(Set<String> kinds) {
        return kinds.size() > 1
                ? Optional.of(new Condition("kind = ANY(:kinds)", "kinds", kinds.toArray(String[]::new)))
                : kinds.stream().findFirst().map(kind -> new Condition("kind = :kind", "kind", kind));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Condition(String sql, String name, Object value) {}
}
