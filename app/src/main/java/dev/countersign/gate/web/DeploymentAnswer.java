package dev.countersign.gate.web;

import dev.countersign.changes.Change;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(description = "How the change stands after the report.")
record DeploymentAnswer(
        String change,
        @Schema(example = "baking") String status,
        @Nullable Instant executedAt,

        @Schema(description = "Until when it is watched.") @Nullable
        Instant bakeEndsAt) {

    static DeploymentAnswer of(Change change) {
        return new DeploymentAnswer(
                change.id().value(),
                change.status().word(),
                change.executedAt().orElse(null),
                change.bakeEndsAt().orElse(null));
    }
}
