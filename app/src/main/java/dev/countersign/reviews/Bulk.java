package dev.countersign.reviews;

import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims and hands over many decisions at a press. Each is asked for alone, by the same rules as one by one, and answered
 * alone: what is refused keeps nothing else from being done.
 */
@Component
public class Bulk {

    /** More than a page has nobody ticks. */
    static final int MOST = 200;

    private final Inbox inbox;
    private final Reviews reviews;
    private final Reassignments reassignments;
    private final TransactionTemplate each;

    Bulk(Inbox inbox, Reviews reviews, Reassignments reassignments, PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.reviews = reviews;
        this.reassignments = reassignments;
        each = new TransactionTemplate(transactions);
        each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What came of it.
     *
     * @param done how many were done
     * @param gone how many were decided or closed before
     * @param refused why others were not
     */
    public record Outcome(int done, int gone, List<Refusal> refused) {}

    /** Claims each of them, unless it is theirs already. */
    public Outcome claim(List<Long> tasks, Person person) {
        return carryOut("claim these decisions", tasks, task -> reviews.claim(task, person));
    }

    /** Hands each of them to one person. */
    public Outcome reassign(List<Long> tasks, Person by, PersonId whom, String reason) {
        return carryOut("hand over these reviews", tasks, task -> reassignments.reassign(task, by, whom, reason));
    }

    /** Those of them that are still open. */
    public List<UserTask> open(List<Long> tasks) {
        return inbox.open(tasks.stream().distinct().toList());
    }

    /** In the order of the changes that they are about, so that two who press at once do not wait for each other. */
    private Outcome carryOut(String attempt, List<Long> tasks, LongConsumer deed) {
        demandFew(attempt, tasks);
        List<UserTask> open = open(tasks);
        List<Refusal> refused = new ArrayList<>();
        open.stream()
                .sorted(Comparator.comparing(UserTask::subject).thenComparingLong(UserTask::id))
                .forEach(task -> {
                    try {
                        each.executeWithoutResult(_ -> deed.accept(task.id()));
                    } catch (Refusal refusal) {
                        refused.add(refusal);
                    }
                });
        int gone = (int) tasks.stream().distinct().count() - open.size();
        return new Outcome(open.size() - refused.size(), gone, List.copyOf(refused));
    }

    /** Refuses more than anybody ticks. */
    public static void demandFew(String attempt, List<Long> tasks) {
        if (tasks.size() > MOST) {
            throw Refusal.invalid("reviews.too-many-at-once")
                    .cannot("%s", attempt)
                    .because("there are %d of them", tasks.size())
                    .instead("Tick %d at most.", MOST);
        }
    }
}
