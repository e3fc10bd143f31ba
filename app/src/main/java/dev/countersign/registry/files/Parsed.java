package dev.countersign.registry.files;

import java.util.List;

/**
 * A file taken apart.
 *
 * @param leftOut how many entries it has that are no systems or departments
 */
record Parsed(List<Entry> entries, List<BadRow> bad, int leftOut) {

    Parsed {
        entries = List.copyOf(entries);
        bad = List.copyOf(bad);
    }

    static Parsed unreadable(int line, int column, String reason) {
        return new Parsed(List.of(), List.of(new BadRow(line, column, "", reason)), 0);
    }
}
