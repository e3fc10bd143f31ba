package dev.countersign.registry;

import dev.countersign.spelling.CatalogueKey;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.PlainText;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents a reader wants to see; an empty part leaves it open.
 *
 * @param orderAffecting only those that count towards a tier
 * @param noRecord only bypasses
 */
public record IncidentFilter(
        String text,
        Set<Integer> severities,
        String system,
        boolean orderAffecting,
        boolean noRecord,
        Set<AiRelated> aiRelated) {

    public static final IncidentFilter ALL = of(null, Set.of(), null, false, false, Set.of());

    /** Every severity that there is. */
    public static final List<Integer> SEVERITIES = List.of(1, 2, 3, 4);

    private static final int LONGEST = 100;

    public static IncidentFilter of(
            @Nullable String text,
            Set<Integer> severities,
            @Nullable String system,
            boolean orderAffecting,
            boolean noRecord,
            Set<AiRelated> aiRelated) {
        return new IncidentFilter(
                brief(text), severities, CatalogueKey.orTyped(brief(system)), orderAffecting, noRecord, aiRelated);
    }

    public boolean isOpen() {
        return equals(ALL);
    }

    private static String brief(@Nullable String typed) {
        return Excerpt.start(PlainText.line(Objects.requireNonNullElse(typed, "")), LONGEST);
    }
}
