package dev.countersign.registry.files;

import dev.countersign.spelling.CatalogueKey;
import java.util.Map;

/** A system or department as a file describes it, by the names of its facts. */
record Entry(boolean department, int line, Map<String, Cell> cells) {

    Entry {
        cells = Map.copyOf(cells);
    }

    /** However it is spelled it means one thing; what can be no key stays as it was written. */
    String key() {
        return CatalogueKey.orTyped(text("key"));
    }

    /** Whether there is a word on it; an empty cell is none. */
    boolean says(String field) {
        return !written(field).isEmpty();
    }

    /** Whether it is to be empty from now on. */
    boolean empties(String field) {
        return Blank.is(written(field));
    }

    String text(String field) {
        return Blank.meant(written(field));
    }

    private String written(String field) {
        Cell cell = cells.get(field);
        return cell == null ? "" : cell.text();
    }

    BadRow bad(String field, String reason) {
        Cell cell = cells.getOrDefault(field, new Cell("", line, 1));
        return new BadRow(cell.line(), cell.column(), key(), reason);
    }
}
