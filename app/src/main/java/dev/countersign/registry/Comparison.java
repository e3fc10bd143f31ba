package dev.countersign.registry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A catalogue held against what the registry says: only what is new or different is an edit. */
public record Comparison(Edit edit, int unchanged) {

    static Comparison of(
            Catalogue catalogue,
            Map<String, Revised<Department>> departments,
            Map<String, Revised<SystemFacts>> systems) {
        Edit edit = Edit.catalogue(
                different(catalogue.departments(), departments), different(catalogue.systems(), systems));
        int described = catalogue.departments().size() + catalogue.systems().size();
        return new Comparison(
                edit, described - edit.departments().size() - edit.systems().size());
    }

    private static <T extends Described> List<Revised<T>> different(List<T> wanted, Map<String, Revised<T>> known) {
        return wanted.stream()
                .map(facts -> new Revised<>(from(known.get(facts.key())), facts))
                .filter(revised -> !isAsKnown(revised, known.get(revised.facts().key())))
                .toList();
    }

    private static int from(@Nullable Revised<?> known) {
        return known == null ? 0 : known.from();
    }

    private static boolean isAsKnown(Revised<?> wanted, @Nullable Revised<?> known) {
        return known != null && known.facts().equals(wanted.facts());
    }
}
