package dev.countersign.registry.web;

import dev.countersign.registry.AiRelated;
import dev.countersign.registry.Incident;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A confirmed incident as programs read it. */
@Schema(description = "An incident that two people agreed on")
record IncidentAnswer(
        String id,
        String title,
        Instant startedAt,
        @Nullable Instant endedAt,
        int severity,
        List<String> systems,
        long lostOrders,
        long errors,

        @Schema(description = "whether it counts towards a tier for a year")
        boolean orderAffecting,

        @Nullable Integer unwindMinutes,

        @Schema(description = "the change that caused it, if one is known")
        String change,

        @Schema(description = "whether there was no change on record: a bypass")
        boolean noRecord,

        @Schema(
                type = "string",
                allowableValues = {"yes", "no", "unknown"})
        AiRelated aiRelated,

        String lessons) {

    static IncidentAnswer of(Incident incident) {
        return new IncidentAnswer(
                incident.id(),
                incident.title(),
                incident.startedAt(),
                incident.endedAt(),
                incident.severity(),
                incident.systems(),
                incident.lostOrders(),
                incident.errors(),
                incident.isOrderAffecting(),
                incident.unwindMinutes(),
                incident.change(),
                incident.noRecord(),
                incident.aiRelated(),
                incident.lessons());
    }
}
