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
 * @param note for whom it is done, if not for themselves alone; empty otherwise
 * @param held whether the reader has it already, so that nobody else will do it
 */
public record Task(
        String action,
        String title,
        String subject,
        String path,
        String note,
        boolean held,
        Instant since,
        @Nullable Instant due) {

    Task(String action, String title, String subject, String path, boolean held, Instant since, @Nullable Instant due) {
        this(action, title, subject, path, "", held, since, due);
    }

    /** What is held first, then what is due first, then what waits longest. */
    static final Comparator<Task> MOST_URGENT = Comparator.comparing((Task task) -> !task.held)
            .thenComparing(task -> Optional.ofNullable(task.due).orElse(Instant.MAX))
            .thenComparing(Task::since);

    Task due(Optional<Instant> end) {
        return new Task(action, title, subject, path, note, held, since, end.orElse(null));
    }

    Task noting(String words) {
        return new Task(action, title, subject, path, words, held, since, due);
    }
}
