package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.identity.People;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.ChainOfCommand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ties between those who decide and those who wrote, as they are now and as they were when somebody decided. */
@Component
public class Relations {

    private final JdbcClient sql;
    private final ChainOfCommand command;
    private final People people;
    private final ReviewsProperties properties;
    private final Clock clock;

    Relations(JdbcClient sql, ChainOfCommand command, People people, ReviewsProperties properties, Clock clock) {
        this.sql = sql;
        this.command = command;
        this.people = people;
        this.properties = properties;
        this.clock = clock;
    }

    /** Ties that the house wants declared. */
    public List<Relation> toDeclare(ChangeId change, PersonId person) {
        return ties(change, person, TieRule.WARN);
    }

    /** Those of who decides and of who they decide for: they count as one person. */
    List<Relation> toDeclare(Verdict verdict) {
        return verdict.voices()
                .flatMap(voice -> toDeclare(verdict.change(), voice).stream())
                .distinct()
                .toList();
    }

    /** Ties for which somebody else has to decide. */
    List<Relation> refused(ChangeId change, PersonId person) {
        return ties(change, person, TieRule.REFUSE);
    }

    /** The same of many changes at once; one without such ties is left out. */
    Map<ChangeId, List<Relation>> refused(Collection<ChangeId> changes, PersonId person) {
        return ties(changes, person, TieRule.REFUSE);
    }

    private List<Relation> ties(ChangeId change, PersonId person, TieRule rule) {
        return ties(List.of(change), person, rule).getOrDefault(change, List.of());
    }

    private Map<ChangeId, List<Relation>> ties(Collection<ChangeId> changes, PersonId person, TieRule rule) {
        return Arrays.stream(Tie.values())
                .filter(tie -> properties.rule(tie) == rule)
                .flatMap(tie -> authors(tie, changes, person).stream()
                        .map(wrote -> Map.entry(wrote.change(), new Relation(tie, wrote.author()))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private record Wrote(ChangeId change, PersonId author) {}

    private List<Wrote> authors(Tie tie, Collection<ChangeId> changes, PersonId person) {
        return switch (tie) {
            case RECIPROCAL -> reciprocal(changes, person);
            case SUBORDINATE -> above(changes, person);
        };
    }

    private List<Wrote> above(Collection<ChangeId> changes, PersonId person) {
        Set<PersonId> above = Stream.concat(command.above(person).stream(), people.above(person).stream())
                .collect(Collectors.toSet());
        return above.isEmpty()
                ? List.of()
                : asked("""
                        SELECT change_id, person_id FROM changes.duty
                        WHERE change_id = ANY(:changes) AND duty = 'AUTHOR' ORDER BY since, person_id
                        """, changes).query(Relations::wrote).list().stream()
                        .filter(wrote -> above.contains(wrote.author()))
                        .toList();
    }

    private List<Wrote> reciprocal(Collection<ChangeId> changes, PersonId person) {
        return asked("""
                SELECT a.change_id, a.person_id FROM changes.duty a
                WHERE a.change_id = ANY(:changes) AND a.duty = 'AUTHOR' AND a.person_id <> :person AND EXISTS (
                    SELECT FROM reviews.verdict v
                    JOIN changes.duty own ON own.change_id = v.change_id AND own.person_id = :person AND own.duty = 'AUTHOR'
                    WHERE v.person_id = a.person_id AND v.at >= :since AND v.verdict = 'APPROVE' AND v.duty = 'REVIEWER')
                ORDER BY a.person_id
                """, changes)
                .param("person", person.value())
                .param(
                        "since",
                        clock.instant().minus(properties.reciprocalWithin()).atOffset(ZoneOffset.UTC))
                .query(Relations::wrote)
                .list();
    }

    private StatementSpec asked(String query, Collection<ChangeId> changes) {
        return sql.sql(query)
                .param("changes", changes.stream().map(ChangeId::value).toArray(String[]::new));
    }

    private static Wrote wrote(ResultSet row, int ignored) throws SQLException {
        return new Wrote(new ChangeId(row.getString("change_id")), PersonId.recorded(row.getString("person_id")));
    }

    /** Those that were declared with a verdict. */
    List<Relation> of(Verdict verdict) {
        return sql.sql("""
                SELECT tie, author FROM reviews.relation
                WHERE change_id = :change AND revision = :revision AND person_id = :person ORDER BY tie, author
                """)
                .param("change", verdict.change().value())
                .param("revision", verdict.revision())
                .param("person", verdict.person().value())
                .query((row, number) ->
                        new Relation(Tie.valueOf(row.getString("tie")), PersonId.recorded(row.getString("author"))))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void write(Verdict verdict, List<Relation> relations) {
        relations.forEach(relation -> sql.sql("""
                INSERT INTO reviews.relation (change_id, revision, person_id, tie, author)
                VALUES (:change, :revision, :person, :tie, :author)
                """)
                .param("change", verdict.change().value())
                .param("revision", verdict.revision())
                .param("person", verdict.person().value())
                .param("tie", relation.tie().name())
                .param("author", relation.author().value())
                .update());
    }
}
