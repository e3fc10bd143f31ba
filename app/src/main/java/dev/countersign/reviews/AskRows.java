package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who was asked for a review, as rows that are only ever added. */
@Component
class AskRows {

    private final JdbcClient sql;

    AskRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether they were not asked in this round before. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean add(Round round, Ask ask) {
        return sql.sql("""
                        INSERT INTO reviews.ask (change_id, since, person_id, asked_by, at) VALUES (:change, :since, :person, :by, :at)
                        ON CONFLICT (change_id, since, person_id) DO NOTHING
                        """)
                        .param("change", round.change().value())
                        .param("since", CallRows.at(round.since()))
                        .param("person", ask.person().value())
                        .param("by", ask.by().value())
                        .param("at", CallRows.at(ask.at()))
                        .update()
                == 1;
    }

    /** Oldest first. */
    List<Ask> of(Round round) {
        return sql.sql("""
                SELECT person_id, asked_by, at FROM reviews.ask
                WHERE change_id = :change AND since = :since ORDER BY at, person_id
                """)
                .param("change", round.change().value())
                .param("since", CallRows.at(round.since()))
                .query((row, number) -> new Ask(
                        PersonId.recorded(row.getString("person_id")),
                        PersonId.recorded(row.getString("asked_by")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
