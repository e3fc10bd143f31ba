package dev.countersign.journal.web;

import dev.countersign.journal.Actors;
import dev.countersign.journal.Entry;
import dev.countersign.journal.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a row of the page.
 *
 * @param subject how people call what it is about
 * @param path the page of what it is about, if it has one
 */
public record Line(
        Entry entry, String who, String subject, @Nullable String path) {

    private static final int FEW = 3;

    static List<Line> of(Page page, Actors actors) {
        Map<String, String> names =
                actors.names(page.entries().stream().map(Entry::actor).toList());
        return page.entries().stream()
                .map(entry -> new Line(
                        entry,
                        names.getOrDefault(entry.actor(), entry.actor()),
                        entry.stream().substring(entry.stream().indexOf('/') + 1),
                        path(entry.stream())))
                .toList();
    }

    /** As many systems as fit a row; the export has them all. */
    public String fewSystems() {
        return String.join(", ", entry.systems().stream().limit(FEW).toList());
    }

    public int moreSystems() {
        return Math.max(0, entry.systems().size() - FEW);
    }

    static @Nullable String path(String stream) {
        String name = stream.substring(stream.indexOf('/') + 1);
        return switch (stream.substring(0, Math.max(0, stream.indexOf('/')))) {
            case "change" -> "/changes/" + name;
            case "addendum" -> "/policy/addenda/" + name;
            case "system" -> "/registry/" + name;
            case "incident" -> "/registry/incidents/" + name;
            default -> null;
        };
    }
}
