package dev.countersign.gate.web;

import dev.countersign.changes.Change;
import dev.countersign.gate.BypassId;
import dev.countersign.gate.Deployment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Schema(description = "What the house makes of the report, and how the change stands after it.")
record DeploymentAnswer(
        @Schema(description = "Whether the gate had let exactly this through, and nobody stopped it since.")
        boolean explained,

        @Schema(description = "Everything that was not as the gate wants it; empty if it is explained.")
        List<ReasonAnswer> deviations,

        @Schema(description = "The case in which people explain it.", example = "BYP-000007") @Nullable
        String bypass,

        @Schema(description = "The change that it belongs to; absent if none names it.", example = "CHG-000042")
        @Nullable
        String change,

        @Schema(example = "baking") @Nullable String status,
        @Nullable Instant executedAt,

        @Schema(description = "Until when it is watched.") @Nullable
        Instant bakeEndsAt) {

    static DeploymentAnswer of(Deployment deployment, Optional<Change> change) {
        return new DeploymentAnswer(
                deployment.explained(),
                deployment.deviations().stream().map(ReasonAnswer::of).toList(),
                deployment.bypass().map(BypassId::value).orElse(null),
                change.map(one -> one.id().value()).orElse(null),
                change.map(one -> one.status().word()).orElse(null),
                change.flatMap(Change::executedAt).orElse(null),
                change.flatMap(Change::bakeEndsAt).orElse(null));
    }
}
