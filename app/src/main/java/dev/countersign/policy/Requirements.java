package dev.countersign.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a change must have before it may go: the strictest of every clause that applied.
 *
 * @param reviews how many independent people must approve
 * @param secondKey whether a second person must turn a key while it is executed
 * @param blockingChecks which red checks stop it
 * @param bakeMinutes how long it must be watched after execution, at least
 * @param approvalHours how long an approval counts; 0 if it does not run out
 * @param windowHours how long its window may be; 0 if it may be of any length
 * @param clauses the ids of the clauses in the decision table that asked for this
 */
public record Requirements(
        int reviews,
        boolean directorSignOff,
        boolean vpApproval,
        boolean secondKey,
        BlockingChecks blockingChecks,
        int bakeMinutes,
        int approvalHours,
        int windowHours,
        List<String> clauses) {

    public Requirements {
        clauses = List.copyOf(clauses);
    }

    /** With a window of any length. */
    public Requirements(
            int reviews,
            boolean directorSignOff,
            boolean vpApproval,
            boolean secondKey,
            BlockingChecks blockingChecks,
            int bakeMinutes,
            int approvalHours,
            List<String> clauses) {
        this(reviews, directorSignOff, vpApproval, secondKey, blockingChecks, bakeMinutes, approvalHours, 0, clauses);
    }

    /** Demands as they were before there were keys and limits: every check blocks and an approval does not run out. */
    public static Requirements of(
            int reviews, boolean directorSignOff, boolean vpApproval, int bakeMinutes, List<String> clauses) {
        return new Requirements(
                reviews, directorSignOff, vpApproval, false, BlockingChecks.all(), bakeMinutes, 0, clauses);
    }

    /** What was kept by an earlier release lacks the later demands; each then means what it meant in those days. */
    @JsonCreator
    static Requirements kept(
            @JsonProperty("reviews") int reviews,
            @JsonProperty("directorSignOff") boolean directorSignOff,
            @JsonProperty("vpApproval") boolean vpApproval,
            @JsonProperty("secondKey") @Nullable Boolean secondKey,
            @JsonProperty("blockingChecks") @Nullable BlockingChecks blockingChecks,
            @JsonProperty("bakeMinutes") int bakeMinutes,
            @JsonProperty("approvalHours") @Nullable Integer approvalHours,
            @JsonProperty("windowHours") @Nullable Integer windowHours,
            @JsonProperty("clauses") List<String> clauses) {
        return new Requirements(
                reviews,
                directorSignOff,
                vpApproval,
                secondKey != null && secondKey,
                blockingChecks == null ? BlockingChecks.all() : blockingChecks,
                bakeMinutes,
                approvalHours == null ? 0 : approvalHours,
                windowHours == null ? 0 : windowHours,
                clauses);
    }

    /** Both of them: of each demand the stricter one. */
    public Requirements and(Requirements other) {
        return new Requirements(
                Math.max(reviews, other.reviews),
                directorSignOff || other.directorSignOff,
                vpApproval || other.vpApproval,
                secondKey || other.secondKey,
                blockingChecks.and(other.blockingChecks),
                Math.max(bakeMinutes, other.bakeMinutes),
                shorter(approvalHours, other.approvalHours),
                shorter(windowHours, other.windowHours),
                Stream.concat(clauses.stream(), other.clauses.stream())
                        .distinct()
                        .toList());
    }

    /** The same with at least so many reviewers. */
    public Requirements withReviews(int atLeast) {
        return new Requirements(
                Math.max(reviews, atLeast),
                directorSignOff,
                vpApproval,
                secondKey,
                blockingChecks,
                bakeMinutes,
                approvalHours,
                windowHours,
                clauses);
    }

    /** How many people have to say yes. */
    public int approvals() {
        return reviews + (directorSignOff ? 1 : 0) + (vpApproval ? 1 : 0);
    }

    private static int shorter(int one, int other) {
        return one == 0 || other == 0 ? one + other : Math.min(one, other);
    }
}
