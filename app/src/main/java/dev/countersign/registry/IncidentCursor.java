package dev.countersign.registry;

import dev.countersign.refusals.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the list of incidents from which one reads on towards older ones. */
public record IncidentCursor(Instant startedAt, String id) {

    public static IncidentCursor after(Incident incident) {
        return new IncidentCursor(incident.startedAt(), incident.id());
    }

    /** Four digits for the year: beyond that PostgreSQL does not follow. */
    private static final Pattern FORM = Pattern.compile("(\\d{4}-[0-9T:.-]+Z)~(.*)");

    public static IncidentCursor of(String text) {
        Matcher place = FORM.matcher(text);
        try {
            return new IncidentCursor(Instant.parse(place.matches() ? place.group(1) : ""), place.group(2));
        } catch (DateTimeParseException notAPlace) {
            throw Refusal.invalid("registry.unknown-place")
                    .cannot("read on from '%s'", Systems.brief(text))
                    .because("that is no place in the list")
                    .instead("Start again from the newest incident.");
        }
    }

    public String text() {
        return startedAt + "~" + id;
    }
}
