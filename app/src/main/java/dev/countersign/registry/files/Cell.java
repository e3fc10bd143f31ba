package dev.countersign.registry.files;

import dev.countersign.spelling.PlainText;

/** One fact as it stands in a file, and where. */
record Cell(String text, int line, int column) {

    Cell {
        text = PlainText.of(text).strip();
    }
}
