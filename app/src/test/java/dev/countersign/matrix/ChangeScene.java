package dev.countersign.matrix;

import dev.countersign.Cast;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Holds;
import dev.countersign.changes.Status;
import dev.countersign.engine.UserTask;
import dev.countersign.gate.SecondKeys;
import dev.countersign.identity.People;
import dev.countersign.policy.Policies;
import dev.countersign.reviews.Claims;
import dev.countersign.reviews.ReviewThread;
import dev.countersign.reviews.Threads;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a scene of a change: where it is found, what any page about it would send, and how it stands. */
final class ChangeScene {

    private static final List<String> DECISIONS =
            List.of(ChangePlan.REVIEW, ChangePlan.SIGN_OFF, ChangePlan.ESCALATION);
    private static final long NO_TASK = 999_999_999_999L;

    private final Cast cast;
    private final Claims claims;
    private final Threads threads;
    private final People people;
    private final SecondKeys keys;
    private final Holds holds;
    private final Policies policies;
    private final JdbcClient sql;
    private final Clock clock;

    ChangeScene(BeanFactory beans) {
        cast = Cast.in(beans);
        claims = beans.getBean(Claims.class);
        threads = beans.getBean(Threads.class);
        people = beans.getBean(People.class);
        keys = beans.getBean(SecondKeys.class);
        holds = beans.getBean(Holds.class);
        policies = beans.getBean(Policies.class);
        sql = beans.getBean(JdbcClient.class);
        clock = beans.getBean(Clock.class);
    }

    /** With the decision that is open, or was the last; a change of which nobody was asked one has a task that is none. */
    Scene decisionOn(ChangeId id) {
        return task(id, decision(id));
    }

    Scene task(ChangeId id, long task) {
        Change change = cast.change(id);
        Map<String, String> places = new LinkedHashMap<>();
        places.put("id", id.value());
        places.put("task", String.valueOf(task));
        change.current().ifPresent(text -> {
            places.put("sha", text.document().commits().getFirst());
            places.put("repository", text.document().repository());
        });
        return new Scene(places, fields(change), () -> standing(id), change.status());
    }

    private long decision(ChangeId id) {
        return sql.sql(
                        "SELECT coalesce(max(id), :none) FROM engine.user_task WHERE subject = :subject AND element IN (:decisions)")
                .param("none", NO_TASK)
                .param("subject", id.value())
                .param("decisions", DECISIONS)
                .query(Long.class)
                .single();
    }

    private Map<String, String> fields(Change change) {
        Map<String, String> fields = new LinkedHashMap<>(cast.document().fields());
        fields.put("_version", String.valueOf(change.version()));
        fields.put("_hash", change.current().map(revision -> revision.hash()).orElse(""));
        fields.put(change.status() == Status.IN_REVIEW ? "verdict" : "decision", "approve");
        fields.put("_policy", policies.inForce().id());
        fields.put("_void", "true");
        fields.put("_independent", "yes");
        fields.put("_turn", turn(change));
        fields.put("whom", "petra");
        fields.put("text", "Is it loud?");
        fields.put("field", "alarms");
        fields.put("outcome", "successful");
        fields.put("notes", "No alarm, and the morning peak was calm.");
        fields.put("reason", "The vendor found a fault.");
        fields.put("to", "ada");
        fields.put(
                "executedAt",
                clock.instant().truncatedTo(ChronoUnit.MINUTES).toString().replaceFirst(":00Z$", ""));
        return fields;
    }

    private String standing(ChangeId id) {
        Change change = cast.change(id);
        List<UserTask> open = cast.open(id);
        return List.of(
                        keys.of(id),
                        holds.of(id),
                        change,
                        open,
                        open.stream().map(task -> claims.holder(task.id())).toList(),
                        threads(change))
                .toString();
    }

    /** Which mark would be the next of the last thread. */
    private String turn(Change change) {
        List<ReviewThread> all = threads(change);
        return String.valueOf(all.isEmpty() ? 1 : all.getLast().turn());
    }

    /** As its author sees them, which is all. */
    private List<ReviewThread> threads(Change change) {
        return threads.about(change, people.get(change.author())).threads();
    }
}
