package dev.countersign.changes.web;

import dev.countersign.changes.DocumentField;
import dev.countersign.changes.web.DocumentSection.Line;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;

/** What differs between two revisions, field by field, in the words of the form. */
@NamedInterface("reading")
public record DocumentDiff(int from, int to, List<Field> fields) {

    /** One field that was written anew. */
    public record Field(DocumentField field, String was, String now) {

        public String label() {
            return field.label();
        }

        /** Word by word. */
        public List<WordDiff.Piece> pieces() {
            return WordDiff.between(was, now);
        }

        /** Whether it is to be told in the reader's own time. */
        public boolean isMoment() {
            return field == DocumentField.WINDOW_START || field == DocumentField.WINDOW_END;
        }
    }

    static DocumentDiff between(int from, List<DocumentSection> was, int to, List<DocumentSection> now) {
        Map<DocumentField, String> before = lines(was).stream().collect(Collectors.toMap(Line::field, Line::value));
        List<Field> fields = lines(now).stream()
                .filter(line -> !line.value().equals(before.get(line.field())))
                .map(line -> new Field(line.field(), before.getOrDefault(line.field(), ""), line.value()))
                .toList();
        return new DocumentDiff(from, to, fields);
    }

    DocumentDiff only(DocumentField wanted) {
        return new DocumentDiff(
                from,
                to,
                fields.stream().filter(field -> field.field() == wanted).toList());
    }

    private static List<Line> lines(List<DocumentSection> sections) {
        return sections.stream().flatMap(section -> section.lines().stream()).toList();
    }
}
