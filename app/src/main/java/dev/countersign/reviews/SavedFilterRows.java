package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Saved searches as rows; every question names whose they are. */
@Component
class SavedFilterRows {

    private final JdbcClient sql;

    SavedFilterRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<SavedFilter> of(PersonId person) {
        return sql.sql("SELECT id, name, query FROM reviews.saved_filter WHERE person_id = :person ORDER BY name")
                .param("person", person.value())
                .query((row, number) ->
                        new SavedFilter(row.getLong("id"), row.getString("name"), row.getString("query")))
                .list();
    }

    /** Two windows of one person count one after the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(PersonId person) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended('reviews.saved_filter/' || :person, 0))")
                .param("person", person.value())
                .query((row, number) -> true)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void put(PersonId person, String name, String query) {
        sql.sql("""
                INSERT INTO reviews.saved_filter (person_id, name, query) VALUES (:person, :name, :query)
                ON CONFLICT (person_id, name) DO UPDATE SET query = excluded.query
                """)
                .param("person", person.value())
                .param("name", name)
                .param("query", query)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void delete(PersonId person, long id) {
        sql.sql("DELETE FROM reviews.saved_filter WHERE person_id = :person AND id = :id")
                .param("person", person.value())
                .param("id", id)
                .update();
    }
}
