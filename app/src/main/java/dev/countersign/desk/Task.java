package dev.countersign.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that the reader can do now.
 *
 * @param action an imperative: "Review", "Amend"
 * @param path where it is done
 * @param held whether the reader has it already, so that nobody else will do it
 * @param why why it is on the reader's desk in particular, and for whom they do it; empty where that goes without saying
 */
public record Task(
        String action,
        String title,
        String subject,
        String path,
        boolean held,
        Instant since,
        @Nullable Instant due,
        String why) {

    Task(String action, String title, String subject, String path, boolean held, Instant since, @Nullable Instant due) {
        this(action, title, subject, path, held, since, due, "");
    }

    /** What is held first, then what is due first, then what waits longest. */
    static final Comparator<Task> MOST_URGENT = Comparator.comparing((Task task) -> !task.held)
            .thenComparing(task -> Optional.ofNullable(task.due).orElse(Instant.MAX))
            .thenComparing(Task::since);

    /** When it should be done. */
    public enum Horizon {
        NOW("Now"),
        TODAY("Today"),
        LATER("Later");

        private final String label;

        Horizon(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private static final Duration SOON = Duration.ofHours(4);

    /** What somebody has in hand or is about to be overdue is for now; what is not due today can wait. */
    public Horizon horizon(Instant now, Instant midnight) {
        if (held || due != null && due.isBefore(now.plus(SOON))) {
            return Horizon.NOW;
        }
        return due != null && due.isBefore(midnight) ? Horizon.TODAY : Horizon.LATER;
    }

    Task due(Optional<Instant> end) {
        return new Task(action, title, subject, path, held, since, end.orElse(null), why);
    }

    Task because(String words) {
        return new Task(action, title, subject, path, held, since, due, words);
    }
}
