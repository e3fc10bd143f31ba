package dev.countersign.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a proposal changes about one thing.
 *
 * @param overtaken whether somebody else changed it since the proposal was made
 */
public record Difference(String key, String name, boolean isNew, boolean overtaken, List<FieldChange> fields) {

    public Difference {
        fields = List.copyOf(fields);
    }

    static Difference between(
            Optional<? extends Described> was, Optional<? extends Described> is, Described wanted, boolean overtaken) {
        List<Line> before = was.map(Described::lines).orElse(List.of());
        List<Line> now = is.map(Described::lines).orElse(List.of());
        List<Line> after = wanted.lines();
        List<FieldChange> fields = IntStream.range(0, after.size())
                .mapToObj(i -> new FieldChange(
                        after.get(i).label(),
                        words(before, i),
                        words(now, i),
                        after.get(i).words()))
                .filter(field -> !field.was().equals(field.wanted()) || overtaken && field.isOvertaken())
                .toList();
        return new Difference(wanted.key(), wanted.name(), was.isEmpty(), overtaken, fields);
    }

    private static String words(List<Line> lines, int place) {
        return lines.isEmpty() ? "" : lines.get(place).words();
    }
}
