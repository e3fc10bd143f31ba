package dev.countersign.gate.web;

import dev.countersign.gate.Deployment;
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
            summary = "This was deployed.",
            description =
                    "Report every deployment, also one that went around the gate: each report is kept, and none is turned away"
                            + " for what it tells. If the gate had let it through, the bake time of the change starts. If not,"
                            + " the answer names what is wrong in `deviations`, the change stays as it is, and in production"
                            + " people explain it in the case `bypass`. Safe to repeat: with the same `id`, or the same"
                            + " `executedAt`, or within 15 minutes, it is the same deployment.")
    @ApiResponse(responseCode = "200", description = "what the house makes of it")
    @ApiResponse(
            responseCode = "422",
            description = "it does not say what was deployed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    DeploymentAnswer report(@RequestBody DeploymentReport report, @Parameter(hidden = true) Person reporter) {
        Deployment deployment = deployments.report(
                report.told(
                        report.repositoryName().orElseThrow(DeploymentController::noRepository),
                        report.artifact().orElseThrow(DeploymentController::noArtifact),
                        note(report)),
                reporter);
        return DeploymentAnswer.of(deployment, deployments.change(deployment));
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
