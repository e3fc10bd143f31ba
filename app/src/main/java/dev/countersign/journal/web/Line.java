package dev.countersign.journal.web;

import dev.countersign.journal.Entry;

/** An entry as a line of the page, with who did it by name. */
public record Line(Entry entry, String who) {}
