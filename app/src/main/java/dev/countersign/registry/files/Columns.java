package dev.countersign.registry.files;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    private static final Map<String, String> FIELDS =
            ALL.stream().collect(Collectors.toMap(Columns::plain, Columns::camel));

    private Columns() {}

    /** The fact's name; empty if there is no such column. */
    static Optional<String> field(String column) {
        return Optional.ofNullable(FIELDS.get(plain(column)));
    }

    /** Capitals, spaces and underscores make no difference. */
    private static String plain(String column) {
        return column.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String part : name.split("_", -1)) {
            camel.append(camel.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return camel.toString();
    }
}
