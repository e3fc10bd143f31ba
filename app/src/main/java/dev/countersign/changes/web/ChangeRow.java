package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.StatusBadge;
import java.time.Instant;
import java.util.List;

/** A change as one line of a list. */
public record ChangeRow(
        String id, String title, StatusBadge badge, String author, List<String> systems, Instant since) {

    static ChangeRow of(Change change, String author) {
        return new ChangeRow(
                change.id().value(),
                change.title(),
                StatusBadge.of(change.status()),
                author,
                change.systems(),
                change.statusSince());
    }
}
