package dev.countersign.gate.web;

import dev.countersign.gate.Asked;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What was asked, each name in its one form; null where it could not be read.")
record QuestionAnswer(
        @Schema(example = "storefront/basket-api") @Nullable String repository,

        @Schema(
                description = "The commit or the digest, in full.",
                example = "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
        @Nullable
        String artifact,

        @Schema(example = "basket-api") @Nullable String system,
        @Schema(example = "production") @Nullable String environment) {

    static QuestionAnswer of(Asked asked) {
        return new QuestionAnswer(
                asked.repository().orElse(null),
                asked.artifact().orElse(null),
                asked.system().orElse(null),
                asked.environment().orElse(null));
    }
}
