package dev.countersign.gate.web;

import dev.countersign.gate.Wanted;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Schema(description = "What the pipeline wants to deploy, and where. Give a commit or a digest, not both.")
record DecisionRequest(
        @Schema(example = "storefront/basket-api", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String repository,

        @Schema(description = "The full commit SHA.", example = "4b825dc642cb6eb9a060e54bf8d69288fbee4904") @Nullable
        String sha,

        @Schema(description = "The artifact's digest, sha256: and 64 hexadecimal digits.") @Nullable
        String digest,

        @Schema(example = "basket-api", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String system,

        @Schema(
                allowableValues = {"production", "staging"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String environment) {

    Wanted wanted() {
        return new Wanted(
                Optional.ofNullable(repository),
                Optional.ofNullable(sha),
                Optional.ofNullable(digest),
                Optional.ofNullable(system),
                Optional.ofNullable(environment));
    }
}
