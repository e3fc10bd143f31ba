package dev.countersign;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a state and goes on the moment it is there; a machine under load only makes it wait longer. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(50);

    private Await() {}

    public static void until(String state, BooleanSupplier reached) {
        the(state, () -> reached.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Returns what the question answers as soon as it has an answer. */
    public static <T> T the(String state, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> answer = question.get();
        while (answer.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Expected %s within %s, but waited in vain.".formatted(state, PATIENCE));
            }
            LockSupport.parkNanos(LOOK.toNanos());
            answer = question.get();
        }
        return answer.get();
    }
}
