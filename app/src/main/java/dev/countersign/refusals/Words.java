package dev.countersign.refusals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Part of a sentence in which people are not named yet. Logs call them by their ids; a page and the API call them by
 * their names, and whoever reads it "you".
 */
public record Words(List<Part> parts) implements Serializable {

    /** What whoever reads a sentence is called in it. */
    public static final String YOU = "you";

    private static final Pattern HOLE = Pattern.compile("%,?[sd]|\\[([^|\\]]*)\\|([^\\]]*)]");

    /** A piece of them. */
    public sealed interface Part extends Serializable {}

    record Text(String text) implements Part {}

    record Who(String id) implements Part {}

    /** What the person named last does, such as "has", and "have" if that is the reader. */
    record Verb(String theirs, String yours) implements Part {}

    public Words {
        parts = List.copyOf(parts);
    }

    /**
     * Fills the holes %s, %d and %,d of a pattern. "%s [has|have] decided" goes with the person: Ben has, you have. A
     * pattern without arguments has no holes.
     */
    public static Words of(String pattern, Object... arguments) {
        if (arguments.length == 0 && pattern.indexOf('[') < 0) {
            return new Words(List.of(new Text(pattern)));
        }
        List<Part> parts = new ArrayList<>();
        Iterator<Object> rest = Arrays.asList(arguments).iterator();
        int end = 0;
        for (MatchResult hole : HOLE.matcher(pattern).results().toList()) {
            parts.add(new Text(pattern.substring(end, hole.start())));
            parts.addAll(filled(hole, rest));
            end = hole.end();
        }
        parts.add(new Text(pattern.substring(end)));
        if (rest.hasNext()) {
            throw new IllegalArgumentException("Expected a place for '%s' in “%s”.".formatted(rest.next(), pattern));
        }
        return new Words(parts);
    }

    /** Exactly this, which names nobody and has no holes, whatever it looks like. */
    public static Words said(String text) {
        return new Words(List.of(new Text(text)));
    }

    /** As a column keeps them: text as it is, people by their ids, and what they do in both persons. */
    @JsonValue
    List<List<String>> kept() {
        return parts.stream()
                .map(part -> switch (part) {
                    case Text(String text) -> List.of(text);
                    case Who(String id) -> List.of("who", id);
                    case Verb(String theirs, String yours) -> List.of("verb", theirs, yours);
                })
                .toList();
    }

    @JsonCreator
    static Words kept(List<List<String>> kept) {
        return new Words(kept.stream()
                .map(part -> switch (part.size()) {
                    case 1 -> new Text(part.getFirst());
                    case 2 -> new Who(part.get(1));
                    default -> new Verb(part.get(1), part.get(2));
                })
                .map(Part.class::cast)
                .toList());
    }

    private static List<Part> filled(MatchResult hole, Iterator<Object> rest) {
        if (hole.group(1) != null) {
            return List.of(new Verb(hole.group(1), hole.group(2)));
        }
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(
                    "Expected something for each place, but “%s” is left.".formatted(hole.group()));
        }
        return switch (rest.next()) {
            case Words words -> words.parts;
            case Someone someone -> List.of(new Who(someone.value()));
            case Object other -> List.of(new Text(String.format(Locale.ROOT, hole.group(), other)));
        };
    }

    /** Whoever is in them, by their ids. */
    public Set<String> people() {
        return parts.stream()
                .filter(Who.class::isInstance)
                .map(part -> ((Who) part).id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As somebody reads them who knows people by these names. */
    public String text(UnaryOperator<String> names) {
        StringBuilder text = new StringBuilder();
        boolean you = false;
        for (Part part : parts) {
            switch (part) {
                case Text(String words) -> text.append(words);
                case Verb(String theirs, String yours) -> text.append(you ? yours : theirs);
                case Who(String id) -> {
                    String name = names.apply(id);
                    you = name.equals(YOU);
                    text.append(name);
                }
            }
        }
        return text.toString();
    }

    /** As logs have them, with ids. */
    @Override
    public String toString() {
        return text(UnaryOperator.identity());
    }
}
