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
                        entry.subject(),
                        entry.page().orElse(null)))
                .toList();
    }

    /** As many systems as fit a row; the export has them all. */
    public String fewSystems() {
        return String.join(", ", entry.systems().stream().limit(FEW).toList());
    }

    public int moreSystems() {
        return Math.max(0, entry.systems().size() - FEW);
    }
}
