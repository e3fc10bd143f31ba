package dev.countersign.registry;

import dev.countersign.identity.PersonId;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.PlainText;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a reader of the list looks for; an empty part leaves it open. */
public record SystemFilter(
        String text,
        Set<Integer> tiers,
        Set<String> departments,
        Set<PersonId> owners,
        boolean consumerFacing,
        boolean controlPlane) {

    public static final SystemFilter ALL = of(null, Set.of(), Set.of(), Set.of(), false, false);

    /** Every tier that there is. */
    public static final List<Integer> TIERS = List.of(1, 2, 3, 4);

    private static final int LONGEST = 100;

    /** Takes the words as they were typed, or left out. */
    public static SystemFilter of(
            @Nullable String text,
            Set<Integer> tiers,
            Set<String> departments,
            Set<PersonId> owners,
            boolean consumerFacing,
            boolean controlPlane) {
        return new SystemFilter(brief(text), tiers, departments, owners, consumerFacing, controlPlane);
    }

    public boolean isOpen() {
        return equals(ALL);
    }

    /** People type words, not patterns: what LIKE would take for a wildcard is meant as it stands. */
    String pattern() {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static String brief(@Nullable String typed) {
        return Excerpt.start(PlainText.line(Objects.requireNonNullElse(typed, "")), LONGEST);
    }
}
