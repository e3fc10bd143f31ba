package dev.countersign.registry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong in production.
 *
 * @param endedAt null while it goes on
 * @param severity 1 is the worst
 * @param errorsHitOrders whether the errors kept customers from ordering
 * @param unwindMinutes how long it took to undo what caused it; null if nobody knows
 * @param change the change that caused it; empty if none is known
 * @param noRecord whether there was no change on record at all: a bypass
 */
public record Incident(
        String id,
        String title,
        Instant startedAt,
        @Nullable Instant endedAt,
        int severity,
        List<String> systems,
        long lostOrders,
        long errors,
        boolean errorsHitOrders,
        @Nullable Integer unwindMinutes,
        String change,
        boolean noRecord,
        AiRelated aiRelated,
        String lessons)
        implements Described {

    public Incident {
        systems = systems.stream().distinct().sorted().toList();
    }

    Incident numbered(String number) {
        return new Incident(
                number,
                title,
                startedAt,
                endedAt,
                severity,
                systems,
                lostOrders,
                errors,
                errorsHitOrders,
                unwindMinutes,
                change,
                noRecord,
                aiRelated,
                lessons);
    }

    /** Only such an incident counts towards a tier. */
    @JsonIgnore
    public boolean isOrderAffecting() {
        return lostOrders > 0 || errors > 0 && errorsHitOrders;
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public String name() {
        return title;
    }

    @Override
    public List<Line> lines() {
        return List.of(
                new Line("title", "Title", title),
                new Line("startedAt", "Started", startedAt.toString()),
                new Line("endedAt", "Ended", Objects.toString(endedAt, "")),
                new Line("severity", "Severity", Integer.toString(severity)),
                new Line("systems", "Systems", String.join("\n", systems)),
                new Line("lostOrders", "Lost orders", Long.toString(lostOrders)),
                new Line("errors", "Errors", Long.toString(errors)),
                new Line("errorsHitOrders", "Errors hit orders", SystemFacts.yes(errorsHitOrders)),
                new Line("unwindMinutes", "Minutes to unwind", Objects.toString(unwindMinutes, "")),
                new Line("change", "Change", noRecord ? "no record (a bypass)" : change),
                new Line("aiRelated", "AI-related", aiRelated.word()),
                new Line("lessons", "Lessons", lessons));
    }
}
