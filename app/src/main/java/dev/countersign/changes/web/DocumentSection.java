package dev.countersign.changes.web;

import java.util.List;

/** A part of a change's document as people read it; a line without a value is left out. */
public record DocumentSection(String title, List<Line> lines) {

    /** One field: the form's key, what it is called, and what was written. */
    public record Line(String field, String label, String value) {}
}
