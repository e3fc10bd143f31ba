package dev.countersign.changes.web;

import dev.countersign.changes.web.DocumentSection.Line;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What differs between two revisions, field by field, in the words of the form. */
public record DocumentDiff(int from, int to, List<Field> fields) {

    /** One field that was written anew. */
    public record Field(String label, String was, String now) {}

    static DocumentDiff between(int from, List<DocumentSection> was, int to, List<DocumentSection> now) {
        Map<String, String> before = lines(was).stream().collect(Collectors.toMap(Line::field, Line::value));
        List<Field> fields = lines(now).stream()
                .filter(line -> !line.value().equals(before.get(line.field())))
                .map(line -> new Field(line.label(), before.getOrDefault(line.field(), ""), line.value()))
                .toList();
        return new DocumentDiff(from, to, fields);
    }

    private static List<Line> lines(List<DocumentSection> sections) {
        return sections.stream().flatMap(section -> section.lines().stream()).toList();
    }
}
