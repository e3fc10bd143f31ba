package dev.countersign.registry.files;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a CSV file, and the facts that they hold. */
final class Columns {

    static final List<String> ALL = List.of(
            "kind",
            "key",
            "name",
            "description",
            "department",
            "team",
            "owner",
            "repositories",
            "environments",
            "consumer_facing",
            "control_plane",
            "data_class",
            "dependencies",
            "declared_tier",
            "organisation",
            "director",
            "vp");

    private Columns() {}

    /** The fact's name; empty if there is no such column. */
    static Optional<String> field(String column) {
        String name = column.strip().toLowerCase(Locale.ROOT);
        return ALL.contains(name) ? Optional.of(camel(name)) : Optional.empty();
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String part : name.split("_", -1)) {
            camel.append(camel.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return camel.toString();
    }
}
