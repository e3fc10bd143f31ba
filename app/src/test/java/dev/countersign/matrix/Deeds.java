package dev.countersign.matrix;

import dev.countersign.identity.Person;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody has done so far, as PostgreSQL knows it; nothing that the house does by itself is in it. */
final class Deeds {

    private static final String DEEDS = """
            SELECT concat_ws(' ',
              (SELECT count(*) FROM journal.entry WHERE actor = :person),
              (SELECT count(*) || '/' || coalesce(sum(version), 0) FROM changes.change
               WHERE author = :person AND status IN ('DRAFT', 'WITHDRAWN')),
              (SELECT count(*) FROM changes.revision WHERE author = :person),
              (SELECT count(*) FROM changes.duty WHERE person_id = :person),
              (SELECT count(*) FROM reviews.verdict WHERE person_id = :person),
              (SELECT count(*) FROM reviews.claim WHERE person_id = :person),
              (SELECT count(*) FROM policy.draft_text WHERE edited_by = :person))
            """;

    private final JdbcClient sql;

    Deeds(JdbcClient sql) {
        this.sql = sql;
    }

    String of(Person person) {
        return sql.sql(DEEDS)
                .param("person", person.id().value())
                .query(String.class)
                .single();
    }
}
