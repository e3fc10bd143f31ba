package dev.countersign.gate.web;

import dev.countersign.gate.Bypass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list.
 *
 * @param person with whom it lies; null once it is closed, or if nobody knows its system
 * @param due when it goes up the line; null once it is closed
 */
public record BypassRow(
        String id,
        String system,
        String systemName,
        String artifact,
        Instant openedAt,
        BypassBadge badge,
        @Nullable String person,
        @Nullable Instant due) {

    static BypassRow of(Bypass bypass, String systemName, @Nullable String person) {
        return new BypassRow(
                bypass.id().value(),
                bypass.system(),
                systemName,
                bypass.repository() + " " + brief(bypass.artifact()),
                bypass.openedAt(),
                BypassBadge.of(bypass, person != null),
                bypass.isOpen() ? person : null,
                bypass.isOpen() ? bypass.dueAt() : null);
    }

    static String brief(String artifact) {
        int most = artifact.startsWith("sha256:") ? 19 : 12;
        return artifact.length() > most ? artifact.substring(0, most) : artifact;
    }
}
