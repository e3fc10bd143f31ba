package dev.countersign.gate.web;

import dev.countersign.changes.ChangeDocument.Environment;
import dev.countersign.gate.Report;
import dev.countersign.gate.Wanted;
import dev.countersign.spelling.NumberedName;
import dev.countersign.spelling.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Schema(description = "What was deployed, and by which change.")
record DeploymentReport(
        @Schema(
                description =
                        "The change that it was deployed by. Without it, the gate finds the change that names what was deployed.",
                example = "CHG-000042")
        @Nullable
        String change,

        @Schema(example = "storefront/basket-api", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String repository,

        @Schema(description = "The full commit SHA.") @Nullable
        String sha,

        @Schema(description = "The artifact's digest, sha256: and 64 hexadecimal digits.") @Nullable
        String digest,

        @Schema(
                description =
                        "To which system. Send it whenever the change names several, or the repository builds several.",
                example = "basket-api")
        @Nullable
        String system,

        @Schema(description = "production, which it is if absent, or staging.", example = "production") @Nullable
        String environment,

        @Schema(
                description =
                        "Your own number of this deployment, up to 100 characters. The same report with the same number is the same deployment.",
                example = "run-118")
        @Nullable
        String id,

        @Schema(description = "When it was deployed; just now if absent.") @Nullable
        Instant executedAt,

        @Schema(description = "Anything worth knowing, up to 1000 characters.") @Nullable
        String note) {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_KEY = 100;

    Optional<String> repositoryName() {
        return wanted().repositoryName();
    }

    Optional<String> artifact() {
        return wanted().artifact();
    }

    /** A name that can't be read is kept as it was sent: that it names nothing is then said of the deployment. */
    Report told(String repositoryName, String artifact, String remark) {
        return new Report(
                Report.Source.API,
                Optional.ofNullable(id).map(PlainText::line).filter(number -> !number.isEmpty()),
                cut(NumberedName.of(line(change)), LONGEST_NAME),
                repositoryName,
                artifact,
                wanted().asked().system().orElse(cut(line(system), LONGEST_KEY)),
                staging() ? Environment.STAGING : Environment.PRODUCTION,
                Optional.ofNullable(executedAt),
                remark);
    }

    /** Whatever else it is called, it counts as production. */
    private boolean staging() {
        return line(environment).equalsIgnoreCase(Environment.STAGING.name());
    }

    private Wanted wanted() {
        return new Wanted(
                Optional.ofNullable(repository),
                Optional.ofNullable(sha),
                Optional.ofNullable(digest),
                Optional.ofNullable(system),
                Optional.empty());
    }

    private static String line(@Nullable String text) {
        return PlainText.line(Objects.requireNonNullElse(text, ""));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
