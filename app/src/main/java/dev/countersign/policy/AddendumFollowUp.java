package dev.countersign.policy;

import static dev.countersign.policy.AddendumRows.utc;

import dev.countersign.engine.FollowUp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes down that an addendum is over, when no timer did. */
@Component
class AddendumFollowUp implements FollowUp {

    private final JdbcClient sql;
    private final AddendumProcess process;

    AddendumFollowUp(JdbcClient sql, AddendumProcess process) {
        this.sql = sql;
        this.process = process;
    }

    @Override
    public String process() {
        return AddendumPlan.PROCESS;
    }

    @Override
    public List<String> overdue(Instant now, int most) {
        return sql.sql("""
                SELECT id FROM policy.standing WHERE closed_at IS NULL AND ends_at <= :now ORDER BY ends_at LIMIT :most
                """)
                .param("now", utc(now))
                .param("most", most)
                .query((row, number) -> row.getString("id"))
                .list();
    }

    @Override
    public boolean catchUp(String subject) {
        return process.closeIfOver(new AddendumId(subject));
    }
}
