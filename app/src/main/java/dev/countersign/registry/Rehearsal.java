package dev.countersign.registry;

import dev.countersign.registry.files.BadRow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a file would change, before anybody proposes it.
 *
 * @param id by which it can be proposed; empty if something is wrong with it or nothing is new
 * @param leftOut how many of its entries are neither systems nor departments
 */
public record Rehearsal(
        Optional<UUID> id,
        int added,
        int changed,
        int unchanged,
        int leftOut,
        List<Difference> differences,
        List<BadRow> bad) {

    public Rehearsal {
        differences = List.copyOf(differences);
        bad = List.copyOf(bad);
    }

    public boolean isFine() {
        return bad.isEmpty();
    }
}
