package dev.countersign.reviews.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Margin;
import dev.countersign.identity.Person;
import dev.countersign.reviews.ReviewThread;
import dev.countersign.reviews.Talk;
import dev.countersign.reviews.Threads;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells beside each field of a change's text how many threads are about it. */
@Component
class ThreadMargin implements Margin {

    private final Threads threads;

    ThreadMargin(Threads threads) {
        this.threads = threads;
    }

    @Override
    public Notes beside(Change change, Person reader) {
        Talk talk = threads.about(change, reader);
        boolean mayOpen = talk.toOpen().granted();
        Map<DocumentField, Note> fields = new EnumMap<>(DocumentField.class);
        Arrays.stream(DocumentField.values())
                .forEach(field -> note(about(field, talk), mayOpen, path(change, field))
                        .ifPresent(note -> fields.put(field, note)));
        return new Notes(
                fields,
                talk.threads().isEmpty() ? Optional.empty() : note(talk.threads(), mayOpen, path(change)),
                talk.threads().size());
    }

    private static List<ReviewThread> about(DocumentField field, Talk talk) {
        return talk.threads().stream()
                .filter(thread -> thread.field().equals(Optional.of(field)))
                .toList();
    }

    private static Optional<Note> note(List<ReviewThread> threads, boolean mayOpen, String path) {
        if (threads.isEmpty()) {
            return mayOpen ? Optional.of(new Note("Comment", false, path)) : Optional.empty();
        }
        long open = threads.stream().filter(thread -> !thread.isResolved()).count();
        return Optional.of(new Note(words(threads.size(), open), open > 0, path));
    }

    private static String words(int all, long open) {
        return "%d %s, %s"
                .formatted(all, all == 1 ? "thread" : "threads", open == 0 ? "resolved" : "%d open".formatted(open));
    }

    static String path(Change change) {
        return "/reviews/threads/" + change.id();
    }

    static String path(Change change, DocumentField field) {
        return path(change) + "?field=" + field.key();
    }
}
