package dev.countersign.desk;

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

    Task due(Optional<Instant> end) {
        return new Task(action, title, subject, path, held, since, end.orElse(null), why);
    }

    Task because(String words) {
        return new Task(action, title, subject, path, held, since, due, words);
    }
}
