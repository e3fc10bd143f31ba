package dev.countersign.reviews;

import java.time.Duration;

/**
 * How long reviews may take, and when it goes up the line after that.
 *
 * @param dueAfter from the moment when the change comes into review; half of that is a reminder, all of it the owner's turn
 * @param directorAfter how much later it is the director's turn
 * @param vpAfter how much later it is the VP's turn
 */
record DueRule(Duration dueAfter, Duration directorAfter, Duration vpAfter) {

    private static final Duration LEAST = Duration.ofMinutes(2);

    DueRule {
        if (dueAfter.compareTo(LEAST) < 0 || directorAfter.isNegative() || vpAfter.compareTo(directorAfter) < 0) {
            throw new IllegalArgumentException(
                    "Expected reviews to be due after two minutes or more, and the VP to be called no earlier than the director, but got %s, %s and %s."
                            .formatted(dueAfter, directorAfter, vpAfter));
        }
    }

    Duration after(Step step) {
        return switch (step) {
            case REMINDER -> dueAfter.dividedBy(2);
            case OWNER -> dueAfter;
            case DIRECTOR -> dueAfter.plus(directorAfter);
            case VP -> dueAfter.plus(vpAfter);
        };
    }
}
