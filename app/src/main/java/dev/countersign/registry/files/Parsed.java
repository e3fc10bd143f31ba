package dev.countersign.registry.files;

import java.util.List;

/**
 * A file taken apart.
 *
 * @param taken entities under keys that do not say all that they are
 * @param owners groups and people that own something there, and are no departments here
 */
record Parsed(List<Entry> entries, List<BadRow> bad, List<LeftOut> leftOut, List<Taken> taken, List<String> owners) {

    Parsed {
        entries = List.copyOf(entries);
        bad = List.copyOf(bad);
        leftOut = leftOut.stream().sorted().toList();
        taken = List.copyOf(taken);
        owners = List.copyOf(owners);
    }

    static Parsed of(List<Entry> entries, List<BadRow> bad) {
        return new Parsed(entries, bad, List.of(), List.of(), List.of());
    }

    static Parsed unreadable(BadRow reason) {
        return of(List.of(), List.of(reason));
    }
}
