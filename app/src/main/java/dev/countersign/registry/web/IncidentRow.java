package dev.countersign.registry.web;

import dev.countersign.registry.Incident;
import dev.countersign.registry.Incidents;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident as one line of a list.
 *
 * @param countsUntil until when it counts towards a tier; null if it counts no more, or never did
 */
record IncidentRow(
        String id,
        String title,
        Instant startedAt,
        int severity,
        int systems,
        long lostOrders,
        boolean orderAffecting,
        boolean noRecord,
        String aiRelated,
        @Nullable Instant countsUntil) {

    static IncidentRow of(Incident incident, Instant now) {
        return new IncidentRow(
                incident.id(),
                incident.title(),
                incident.startedAt(),
                incident.severity(),
                incident.systems().size(),
                incident.lostOrders(),
                incident.isOrderAffecting(),
                incident.noRecord(),
                incident.aiRelated().word(),
                Incidents.counts(incident, now) ? Incidents.countsUntil(incident) : null);
    }
}
