package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * One time that a change stands in review. A text that says the same in other words goes on in it; what comes back from
 * the checks begins the next.
 *
 * @param since when the change came into review; tells it from the change's other rounds
 */
record Round(ChangeId change, Instant since, DueRule rule) {

    /** More often than that no timer needs to look. */
    private static final Duration SHORTEST = Duration.ofMinutes(15);

    /** By when all its reviews should be in. */
    Instant due() {
        return at(Step.OWNER);
    }

    Instant at(Step step) {
        return since.plus(rule.after(step));
    }

    boolean isOverdue(Instant now) {
        return !now.isBefore(due());
    }

    /** Those whose time has come, done or not, the earliest first. */
    List<Step> reached(Instant now) {
        return Arrays.stream(Step.values())
                .filter(step -> !now.isBefore(at(step)))
                .toList();
    }

    /**
     * When the timer on the diagram comes, as an ISO 8601 repetition: at each step that lies ahead, and where they lie
     * unevenly also in between. If all are past it comes at once, to look a last time.
     */
    String timer(Instant now) {
        List<Instant> ahead = Arrays.stream(Step.values())
                .map(this::at)
                .filter(now::isBefore)
                .distinct()
                .toList();
        if (ahead.isEmpty()) {
            return "R1/PT1S";
        }
        long every = Math.max(SHORTEST.toSeconds(), commonDistance(ahead));
        long span = Duration.between(ahead.getFirst(), ahead.getLast()).toSeconds();
        return "R%d/%s/PT%dS".formatted(Math.ceilDiv(span, every) + 1, notBefore(ahead.getFirst()), every);
    }

    private static long commonDistance(List<Instant> ahead) {
        return ahead.stream()
                .map(step -> BigInteger.valueOf(
                        Duration.between(ahead.getFirst(), step).toSeconds()))
                .reduce(BigInteger.ZERO, BigInteger::gcd)
                .longValueExact();
    }

    /** A timer that came a moment early would find nothing due. */
    private static Instant notBefore(Instant step) {
        return step.plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
    }
}
