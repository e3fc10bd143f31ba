package dev.countersign.policy;

import dev.countersign.engine.FollowUp;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes down that an addendum is over, and gives the reminders before that, when no timer did. */
@Component
class AddendumFollowUp implements FollowUp {

    private final AddendumRows rows;
    private final AddendumProcess process;

    AddendumFollowUp(AddendumRows rows, AddendumProcess process) {
        this.rows = rows;
        this.process = process;
    }

    @Override
    public String process() {
        return AddendumPlan.PROCESS;
    }

    @Override
    public List<String> overdue(Instant now, int most) {
        return rows.agreedAndOpen().stream()
                .filter(addendum -> AddendumPlan.movesBy(addendum)
                        .filter(due -> !now.isBefore(due))
                        .isPresent())
                .limit(most)
                .map(addendum -> addendum.id().value())
                .toList();
    }

    @Override
    public boolean catchUp(String subject) {
        AddendumId id = new AddendumId(subject);
        return process.closeIfOver(id) || process.giveReminders(id);
    }
}
