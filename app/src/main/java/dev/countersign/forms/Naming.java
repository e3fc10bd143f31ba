package dev.countersign.forms;

/** How inputs are called: `title`, `steps[0].action`, `windowStart.zone`. */
final class Naming {

    static final String ZONE = ".zone";

    private Naming() {}

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
