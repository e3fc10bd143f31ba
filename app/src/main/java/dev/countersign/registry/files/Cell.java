package dev.countersign.registry.files;

/** One fact as it stands in a file, and where. */
record Cell(String text, int line, int column) {}
