package dev.countersign.policy;

import dev.countersign.moments.LengthWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What changes on the way from one set of demands to another, in words. */
public record Shift(Requirements before, Requirements after) {

    /** What is demanded no longer, or less of. */
    public List<String> less() {
        return more(after, before);
    }

    /** What is demanded in addition. */
    public List<String> more() {
        return more(before, after);
    }

    /** Whether nothing of it differs but the clauses that ask for it. */
    public boolean isNone() {
        return less().isEmpty() && more().isEmpty();
    }

    private static List<String> more(Requirements small, Requirements large) {
        List<String> more = new ArrayList<>();
        int reviews = large.reviews() - small.reviews();
        add(more, reviews > 0, reviews == 1 ? "one review" : reviews + " reviews");
        add(more, large.directorSignOff() && !small.directorSignOff(), "the director's sign-off");
        add(more, large.vpApproval() && !small.vpApproval(), "the VP's approval");
        add(more, large.secondKey() && !small.secondKey(), "the second key");
        add(
                more,
                !small.blockingChecks().and(large.blockingChecks()).equals(small.blockingChecks()),
                "checks that block");
        int bake = large.bakeMinutes() - small.bakeMinutes();
        add(more, bake > 0, "%d minutes of bake time".formatted(bake));
        add(
                more,
                isShorter(large.approvalHours(), small.approvalHours()),
                "approvals that run out after %s".formatted(length(large.approvalHours())));
        add(
                more,
                isShorter(large.windowHours(), small.windowHours()),
                "a window of %s at most".formatted(length(large.windowHours())));
        return List.copyOf(more);
    }

    private static String length(int hours) {
        return LengthWords.of(Duration.ofHours(hours));
    }

    /** Of two limits, where 0 is none. */
    private static boolean isShorter(int one, int other) {
        return one > 0 && (other == 0 || one < other);
    }

    private static void add(List<String> words, boolean holds, String word) {
        if (holds) {
            words.add(word);
        }
    }

    /** "one review, the VP's approval and the second key". */
    public static String listed(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
