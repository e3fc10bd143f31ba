package dev.countersign.forms;

import java.util.Set;

/** How inputs are called: `title`, `steps[0].action`, `windowStart`, `windowStart.zone`. */
final class Naming {

    static final String ZONE = ".zone";
    static final String KEPT = ".kept";
    static final String WHICH = ".which";

    private static final Set<String> OF_A_MOMENT = Set.of(ZONE, KEPT, WHICH);

    private Naming() {}

    /** Whether a field belongs to a moment beside the one that is called like its question. */
    static boolean isBesideMoment(String key, String name) {
        return name.startsWith(key) && OF_A_MOMENT.contains(name.substring(key.length()));
    }

    static String inRow(String list, int index, String name) {
        return row(list, index) + "." + name;
    }

    static String row(String list, int index) {
        return list + "[" + index + "]";
    }

    static String id(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }
}
