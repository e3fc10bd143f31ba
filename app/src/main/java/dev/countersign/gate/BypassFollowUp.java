package dev.countersign.gate;

import dev.countersign.engine.FollowUp;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hands a case up the line when no timer did. */
@Component
class BypassFollowUp implements FollowUp {

    private final BypassRows rows;
    private final BypassProcess process;

    BypassFollowUp(BypassRows rows, BypassProcess process) {
        this.rows = rows;
        this.process = process;
    }

    @Override
    public String process() {
        return BypassPlan.PROCESS;
    }

    @Override
    public List<String> overdue(Instant now, int most) {
        return rows.due(now, most).stream().map(BypassId::value).toList();
    }

    @Override
    public boolean catchUp(String subject) {
        return process.raiseIfDue(new BypassId(subject));
    }
}
