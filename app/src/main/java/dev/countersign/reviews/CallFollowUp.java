package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.engine.FollowUp;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Calls people by the data, when no timer did. No process waits for that, so none has to begin anew. */
@Component
class CallFollowUp implements FollowUp {

    private final CallRows rows;
    private final Calls calls;
    private final ReviewsProperties properties;

    CallFollowUp(CallRows rows, Calls calls, ReviewsProperties properties) {
        this.rows = rows;
        this.calls = calls;
        this.properties = properties;
    }

    @Override
    public String process() {
        return ChangePlan.PROCESS;
    }

    @Override
    public List<String> overdue(Instant now, int most) {
        return rows.overdue(now, properties.due(), most).stream()
                .map(ChangeId::value)
                .toList();
    }

    @Override
    public boolean catchUp(String subject) {
        calls.makeDue(new ChangeId(subject));
        return false;
    }
}
