package dev.countersign.registry;

import dev.countersign.refusals.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A place in the list of incidents from which one reads on towards older ones. */
public record IncidentCursor(Instant startedAt, String id) {

    public static IncidentCursor after(Incident incident) {
        return new IncidentCursor(incident.startedAt(), incident.id());
    }

    public static IncidentCursor of(String text) {
        int middle = text.indexOf('~');
        try {
            return new IncidentCursor(
                    Instant.parse(text.substring(0, Math.max(0, middle))), text.substring(middle + 1));
        } catch (DateTimeParseException notAPlace) {
            throw Refusal.invalid(
                    "registry.unknown-place",
                    "Expected to read on from place '%s', but that is no place in the list."
                            .formatted(Systems.brief(text)),
                    "Start again from the newest incident.");
        }
    }

    public String text() {
        return startedAt + "~" + id;
    }
}
