package dev.countersign.registry;

import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.PlainText;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents a reader wants to see; an empty part leaves it open.
 *
 * @param orderAffecting only those that count towards a tier
 * @param noRecord only bypasses
 */
public record IncidentFilter(
        String text,
        @Nullable Integer severity,
        String system,
        boolean orderAffecting,
        boolean noRecord,
        Optional<AiRelated> aiRelated) {

    public static final IncidentFilter ALL = of(null, null, null, false, false, null);
    private static final int LONGEST = 100;

    public static IncidentFilter of(
            @Nullable String text,
            @Nullable Integer severity,
            @Nullable String system,
            boolean orderAffecting,
            boolean noRecord,
            @Nullable String aiRelated) {
        return new IncidentFilter(brief(text), severity, brief(system), orderAffecting, noRecord, ai(brief(aiRelated)));
    }

    public boolean isOpen() {
        return equals(ALL);
    }

    private static Optional<AiRelated> ai(String word) {
        return Optional.of(word)
                .filter(known -> known.matches("yes|no|unknown"))
                .map(known -> AiRelated.valueOf(known.toUpperCase(Locale.ROOT)));
    }

    private static String brief(@Nullable String typed) {
        return Excerpt.start(PlainText.line(Objects.requireNonNullElse(typed, "")), LONGEST);
    }
}
