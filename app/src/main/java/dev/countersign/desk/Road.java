package dev.countersign.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a subject has come on its diagram.
 *
 * @param steps the same for reading: what was done in which order, and where it stands
 * @param passed ids of nodes and arrows that lie behind
 * @param now ids of nodes where the token is
 */
public record Road(String process, List<Step> steps, Set<String> passed, Set<String> now, boolean ended) {

    public Road {
        steps = List.copyOf(steps);
        passed = Set.copyOf(passed);
        now = Set.copyOf(now);
    }

    /** How a step looks in the list. */
    public enum Mark {
        PASSED,
        NOW,
        END
    }

    /**
     * One line of the list.
     *
     * @param run which run of the process it belongs to; a second one begins when the first was lost
     * @param at when the token came there; unknown for what the engine does not tell
     */
    public record Step(
            String element,
            String name,
            Mark mark,
            int run,
            @Nullable Instant at) {}
}
