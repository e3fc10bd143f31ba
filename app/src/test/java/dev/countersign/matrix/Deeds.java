package dev.countersign.matrix;

import dev.countersign.identity.Person;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people have done so far, as PostgreSQL knows it; nothing that the house does by itself is in it. */
final class Deeds {

    private static final String DEEDS = """
            SELECT concat_ws(' ',
              (SELECT count(*) FROM journal.entry WHERE actor IN (:people)),
              (SELECT count(*) || '/' || coalesce(sum(version), 0) FROM changes.change
               WHERE author IN (:people) AND status IN ('DRAFT', 'WITHDRAWN')),
              (SELECT count(*) FROM changes.revision WHERE author IN (:people)),
              (SELECT count(*) FROM changes.duty WHERE person_id IN (:people)),
              (SELECT count(*) FROM reviews.verdict WHERE person_id IN (:people)),
              (SELECT count(*) FROM reviews.claim WHERE person_id IN (:people)),
              (SELECT count(*) FROM policy.draft_text WHERE edited_by IN (:people)))
            """;

    private final JdbcClient sql;

    Deeds(JdbcClient sql) {
        this.sql = sql;
    }

    String of(Collection<Person> people) {
        List<String> ids = people.stream().map(person -> person.id().value()).toList();
        return ids.isEmpty()
                ? ""
                : sql.sql(DEEDS).param("people", ids).query(String.class).single();
    }
}
