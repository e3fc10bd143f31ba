package dev.countersign.gate.web;

import dev.countersign.changes.Commit;
import dev.countersign.changes.Commits;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a pipeline tells who is behind a commit. */
@RestController
@AllowedTo(Role.GATE)
@Tag(name = "gate")
@RefusesPipelines
class CommitController {

    private final Commits commits;

    CommitController(Commits commits) {
        this.commits = commits;
    }

    @PostMapping(
            path = "/api/gate/commits",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "tellCommit",
            summary = "These people are behind this commit.",
            description = "They count as authors of every change that names it, and can't approve one."
                    + " Safe to repeat: another word about the same commit adds to what is known, and none takes away.")
    @ApiResponse(responseCode = "200", description = "all that is known of it now")
    @ApiResponse(
            responseCode = "422",
            description = "it names no commit in full, or nobody",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    CommitAnswer tell(@RequestBody CommitReport report, @Parameter(hidden = true) Person teller) {
        Commit commit = report.commit();
        return CommitAnswer.of(commit, commits.tell(commit, teller));
    }
}
