package dev.countersign.registry;

import dev.countersign.identity.PersonId;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who answers to whom, as far as the registry tells: owners to their directors and VPs, directors to their VPs. */
@Repository
public class ChainOfCommand {

    private final JdbcClient sql;

    ChainOfCommand(JdbcClient sql) {
        this.sql = sql;
    }

    /** Everybody above somebody; empty for who owns nothing and leads nothing. */
    public Set<PersonId> above(PersonId person) {
        return sql
                .sql("""
                SELECT vp AS boss FROM registry.department WHERE director = :person
                UNION
                SELECT unnest(ARRAY[d.director, d.vp]) FROM registry.department d
                WHERE d.key IN (SELECT department FROM registry.system WHERE owner = :person)
                """)
                .param("person", person.value())
                .query((row, number) -> PersonId.recorded(row.getString("boss")))
                .list()
                .stream()
                .filter(boss -> !boss.equals(person))
                .collect(Collectors.toSet());
    }

    /** Everybody below somebody: their directors, and the owners of what their departments run. */
    public Set<PersonId> below(PersonId person) {
        return sql
                .sql("""
                SELECT director AS subordinate FROM registry.department WHERE vp = :person
                UNION
                SELECT s.owner FROM registry.system s JOIN registry.department d ON d.key = s.department
                WHERE :person IN (d.director, d.vp)
                """)
                .param("person", person.value())
                .query((row, number) -> PersonId.recorded(row.getString("subordinate")))
                .list()
                .stream()
                .filter(subordinate -> !subordinate.equals(person))
                .collect(Collectors.toSet());
    }
}
