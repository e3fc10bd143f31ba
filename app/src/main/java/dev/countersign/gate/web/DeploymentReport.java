package dev.countersign.gate.web;

import dev.countersign.gate.Wanted;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Schema(description = "What was deployed, and by which change.")
record DeploymentReport(
        @Schema(example = "CHG-000042", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String change,

        @Schema(example = "storefront/basket-api", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String repository,

        @Schema(description = "The full commit SHA.") @Nullable
        String sha,

        @Schema(description = "The artifact's digest, sha256: and 64 hexadecimal digits.") @Nullable
        String digest,

        @Schema(description = "When it was deployed, inside the window of the change; just now if absent.") @Nullable
        Instant executedAt,

        @Schema(description = "Anything worth knowing, up to 1000 characters.") @Nullable
        String note) {

    Optional<String> repositoryName() {
        return wanted().repositoryName();
    }

    Optional<String> artifact() {
        return wanted().artifact();
    }

    private Wanted wanted() {
        return new Wanted(
                Optional.ofNullable(repository),
                Optional.ofNullable(sha),
                Optional.ofNullable(digest),
                Optional.empty(),
                Optional.empty());
    }
}
