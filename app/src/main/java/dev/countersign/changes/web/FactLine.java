package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.StatusBadge;
import dev.countersign.registry.ProductionSystem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What everybody wants to know of a change first, in one line: state, tier, systems, window, author.
 *
 * @param tier of the most critical system it names; 0 if the registry knows none of them
 * @param systems the first of those it names, by name
 * @param more how many others it names
 * @param window what its window does next, such as "opens"; empty once that says nothing
 * @param at when the window does it
 */
record FactLine(
        StatusBadge badge,
        int tier,
        List<ProductionSystem> systems,
        int more,
        String window,
        @Nullable Instant at,
        String author) {

    private static final int SHOWN = 3;

    static FactLine of(Change change, List<ProductionSystem> known, String author, Instant now) {
        List<ProductionSystem> first = known.stream().limit(SHOWN).toList();
        boolean ahead = change.status().canBeWithdrawn();
        Instant start = change.document().windowStart();
        Instant end = change.document().windowEnd();
        boolean opened = start != null && !now.isBefore(start);
        boolean closed = end != null && !now.isBefore(end);
        return new FactLine(
                StatusBadge.of(change.status()),
                known.isEmpty() ? 0 : known.getFirst().tier(),
                first,
                change.systems().size() - first.size(),
                !ahead ? "" : closed ? "closed" : opened ? "closes" : "opens",
                !ahead ? null : opened ? end : start,
                author);
    }
}
