package dev.countersign.changes;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A search for changes as SQL: only the conditions asked for, so that each has its index. */
final class ChangeQuery {

    private static final String ABOUT = " JOIN changes.about a ON a.change_id = c.id AND a.system = :system";

    private final boolean aboutOne;
    private final List<Condition> conditions;

    ChangeQuery(ChangeFilter filter, Person reader, Optional<ChangeId> before) {
        aboutOne = filter.system().isPresent();
        conditions = Stream.of(
                        Optional.of(new Condition(
                                "(c.status <> 'DRAFT' OR c.author = :reader)",
                                "reader",
                                reader.id().value())),
                        statuses(filter.statuses()),
                        filter.author()
                                .map(PersonId::value)
                                .map(author -> new Condition("c.author = :author", "author", author)),
                        filter.system().map(system -> new Condition("a.system = :system", "system", system)),
                        text(filter.text()),
                        before.map(ChangeId::value).map(id -> new Condition(place() + " < :before", "before", id)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Joins and conditions, to be put behind the select list. */
    String conditions() {
        return (aboutOne ? ABOUT : "")
                + conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    /** By which the newest come first; where one system is asked for, its own index knows the order. */
    String place() {
        return aboutOne ? "a.change_id" : "c.id";
    }

    StatementSpec bind(StatementSpec statement) {
        StatementSpec bound = statement;
        for (Condition condition : conditions) {
            bound = bound.param(condition.name(), condition.value());
        }
        return bound;
    }

    private static Optional<Condition> statuses(Set<Status> statuses) {
        return statuses.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition(
                        "c.status = ANY(:statuses)",
                        "statuses",
                        statuses.stream().map(Status::name).toArray(String[]::new)));
    }

    private static Optional<Condition> text(String text) {
        String found = text.strip();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition(
                        "(c.title ILIKE '%' || :text || '%' OR c.id ILIKE '%' || :text || '%')",
                        "text", escaped(found)));
    }

    private static String escaped(String text) {
        return Arrays.stream(text.split("", -1))
                .map(letter -> letter.matches("[%_\\\\]") ? "\\" + letter : letter)
                .collect(Collectors.joining());
    }

    private record Condition(String sql, String name, Object value) {}
}
