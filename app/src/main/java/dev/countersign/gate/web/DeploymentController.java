package dev.countersign.gate.web;

import dev.countersign.changes.ChangeId;
import dev.countersign.gate.Deployments;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.RepositoryName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a pipeline tells that it has deployed. */
@RestController
@AllowedTo(Role.GATE)
@Tag(name = "gate")
@RefusesPipelines
class DeploymentController {

    private static final int LONGEST_NOTE = 1000;

    private final Deployments deployments;

    DeploymentController(Deployments deployments) {
        this.deployments = deployments;
    }

    @PostMapping(
            path = "/api/gate/deployments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "reportDeployment",
            summary = "This was deployed just now.",
            description = "Starts the bake time of the change. Safe to repeat: the second time nothing happens.")
    @ApiResponse(responseCode = "200", description = "how the change stands")
    @ApiResponse(
            responseCode = "404",
            description = "no such change",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "409",
            description = "not approved, or its window is not open yet",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "422",
            description = "the change does not name it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    DeploymentAnswer report(@RequestBody DeploymentReport report, @Parameter(hidden = true) Person reporter) {
        return DeploymentAnswer.of(deployments.report(
                new ChangeId(Objects.requireNonNullElse(report.change(), "")),
                report.repositoryName().orElseThrow(DeploymentController::noRepository),
                report.artifact().orElseThrow(DeploymentController::noArtifact),
                Optional.ofNullable(report.executedAt()),
                note(report),
                reporter));
    }

    private static String note(DeploymentReport report) {
        String note = Objects.requireNonNullElse(report.note(), "");
        if (note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("gate.note-too-long")
                    .expectedTo("read a note of up to %,d characters", LONGEST_NOTE)
                    .because("the note has %,d characters, and %,d is the most", note.length(), LONGEST_NOTE)
                    .instead("Shorten it, or link to the longer text.");
        }
        return note;
    }

    private static Refusal noRepository() {
        return Refusal.invalid("gate.invalid-repository")
                .expectedTo("read from which repository it was deployed")
                .because("'repository' does not name a repository")
                .instead("Send %s.", RepositoryName.SPELLING);
    }

    private static Refusal noArtifact() {
        return Refusal.invalid("gate.invalid-artifact")
                .expectedTo("read what was deployed")
                .because("neither 'sha' nor 'digest' names one thing in full")
                .instead("Send either the full commit SHA or the digest.");
    }
}
