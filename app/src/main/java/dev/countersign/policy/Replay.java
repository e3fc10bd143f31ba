package dev.countersign.policy;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a draft would have meant for the changes of the past.
 *
 * @param changes how many were looked at
 * @param more how many would have needed more people's approval
 * @param fewer how many would have needed fewer
 * @param otherwise how many would have had other demands, but as many approvals
 * @param lines those that differ, the newest first
 */
public record Replay(int changes, int more, int fewer, int otherwise, List<Line> lines, List<Load> loads) {

    /** One change that differs. */
    public record Line(String id, String title, Instant submittedAt, List<String> more, List<String> less) {}

    /**
     * How many changes somebody had to decide, and would have had to.
     *
     * @param as what they do: "reviewer", "director" or "VP"
     */
    public record Load(PersonId person, String as, long before, long after) {
        public long difference() {
            return after - before;
        }
    }

    public Replay {
        lines = List.copyOf(lines);
        loads = List.copyOf(loads);
    }

    /** A page of those that differ, after the given one. */
    public List<Line> page(Optional<String> before, int most) {
        return lines.stream()
                .dropWhile(line -> before.isPresent() && !line.id().equals(before.get()))
                .skip(before.isPresent() ? 1 : 0)
                .limit(most)
                .toList();
    }
}
