package dev.countersign.changes.web;

import dev.countersign.changes.Authorship;
import dev.countersign.changes.Authorship.Part;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One of a change's authors, as people read it.
 *
 * @param how what makes them one, such as "submitted it, committed 0123456789ab"
 */
public record Writer(String name, String how) {

    static List<Writer> of(List<Authorship> wrote, Function<PersonId, String> name) {
        return wrote.stream()
                .collect(Collectors.groupingBy(Authorship::person, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> new Writer(name.apply(each.getKey()), how(each.getValue())))
                .toList();
    }

    /** Of several commits or revisions one is enough here, and "wrote it" says nothing beside anything else. */
    private static String how(List<Authorship> parts) {
        var first = new LinkedHashMap<Part, Authorship>();
        parts.forEach(part -> first.putIfAbsent(part.part(), part));
        if (first.size() > 1) {
            first.remove(Part.AUTHOR);
        }
        return new ArrayList<>(first.values())
                .stream().map(Authorship::fact).map(Words::toString).collect(Collectors.joining(", "));
    }
}
