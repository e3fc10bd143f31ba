package dev.countersign.policy;

import dev.countersign.engine.Inbox;
import dev.countersign.engine.Runs;
import dev.countersign.engine.TaskOpened;
import dev.countersign.engine.UserTask;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the process of an edition where it should stand. */
@Service
public class EditionProcess {

    /**
     * Where to go on.
     *
     * @param seats those that lack a decision
     */
    public record Standing(DraftState state, List<Integer> seats) {
        public Standing {
            seats = List.copyOf(seats);
        }
    }

    private final PolicyDraftRows rows;
    private final Runs runs;
    private final Inbox inbox;

    EditionProcess(PolicyDraftRows rows, Runs runs, Inbox inbox) {
        this.rows = rows;
        this.runs = runs;
        this.inbox = inbox;
    }

    /** The run ends here and not with the decision, which must not wait for the engine's rows. */
    @Transactional
    public Standing read(PolicyDraftId id) {
        PolicyDraft draft = rows.lock(id);
        switch (draft.state()) {
            case DRAFT, APPROVED -> runs.end(id.value());
            case PROPOSED -> {}
        }
        return new Standing(draft.state(), freeSeats(draft));
    }

    /** The plan asks for what was decided while it was away: tell it to go on and look. */
    @EventListener
    @Transactional
    public void onOpened(TaskOpened opened) {
        UserTask task = opened.task();
        if (!task.process().equals(EditionPlan.PROCESS)) {
            return;
        }
        PolicyDraft draft = rows.lock(new PolicyDraftId(task.subject()));
        if (freeSeats(draft).stream().map(String::valueOf).noneMatch(task.item()::equals)) {
            inbox.complete(task, new EditionDecisions.Nothing());
        }
    }

    private static List<Integer> freeSeats(PolicyDraft draft) {
        return Optional.of(draft)
                .filter(it -> it.state() == DraftState.PROPOSED)
                .flatMap(PolicyDraft::edition)
                .map(Edition::freeSeats)
                .orElse(List.of());
    }
}
