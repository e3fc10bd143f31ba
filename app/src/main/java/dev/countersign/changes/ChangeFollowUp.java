package dev.countersign.changes;

import dev.countersign.engine.FollowUp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Escalates, expires and ends bake times by the data, when no timer did. */
@Component
class ChangeFollowUp implements FollowUp {

    private final JdbcClient sql;
    private final ChangeFlow flow;

    ChangeFollowUp(JdbcClient sql, ChangeFlow flow) {
        this.sql = sql;
        this.flow = flow;
    }

    @Override
    public String process() {
        return ChangePlan.PROCESS;
    }

    @Override
    public List<String> overdue(Instant now, int most) {
        return sql.sql("SELECT id FROM changes.change WHERE moves_by <= :now ORDER BY moves_by LIMIT :most")
                .param("now", ChangeRows.at(now))
                .param("most", most)
                .query((row, number) -> row.getString("id"))
                .list();
    }

    @Override
    public boolean catchUp(String subject) {
        return flow.followTime(new ChangeId(subject));
    }
}
