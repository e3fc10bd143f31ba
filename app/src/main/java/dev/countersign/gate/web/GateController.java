package dev.countersign.gate.web;

import dev.countersign.gate.Decision;
import dev.countersign.gate.Gate;
import dev.countersign.gate.Wanted;
import dev.countersign.gate.Wanted.Reading.Clear;
import dev.countersign.gate.Wanted.Reading.Unclear;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.registry.Systems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a pipeline asks before it deploys. */
@RestController
@AllowedTo(Role.GATE)
@Tag(name = "gate")
@RefusesPipelines
class GateController {

    private static final Logger LOG = LoggerFactory.getLogger(GateController.class);

    /** A pipeline hears its no within three seconds, whatever becomes of the database. */
    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    private final Gate gate;
    private final Systems systems;
    private final GateFigures figures;

    GateController(Gate gate, Systems systems, GateFigures figures) {
        this.gate = gate;
        this.systems = systems;
        this.figures = figures;
    }

    @PostMapping(
            path = "/api/gate/decisions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "decide",
            summary = "May exactly this go there, now?",
            description =
                    "Answers 200 for allow and for deny, with every reason. Anything else is a no as well, and its"
                            + " problem says `decision: deny` with `reasons`, whoever refused it.")
    @ApiResponse(
            responseCode = "200",
            description = "allow or deny",
            content = @Content(schema = @Schema(implementation = DecisionAnswer.class)))
    @ApiResponse(
            responseCode = "422",
            description = "the question makes no sense",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "503",
            description = "the database does not answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<Object> decide(@RequestBody DecisionRequest request, @Parameter(hidden = true) Person asking) {
        Wanted wanted = request.wanted();
        Future<ResponseEntity<Object>> answer = answers.submit(() -> answer(wanted, asking));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return unavailable(wanted, late);
        } catch (InterruptedException ending) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return unavailable(wanted, ending);
        } catch (ExecutionException failed) {
            return switch (failed.getCause()) {
                case DataAccessException silent -> unavailable(wanted, silent);
                case TransactionException silent -> unavailable(wanted, silent);
                case RuntimeException other -> throw other;
                case null, default ->
                    throw new IllegalStateException("Expected to answer a pipeline, but it failed.", failed);
            };
        }
    }

    private ResponseEntity<Object> unavailable(Wanted wanted, Exception why) {
        figures.denied(List.of(Denials.UNAVAILABLE));
        LOG.error("Expected to decide by what the database says, but it does not answer: {}", why.toString());
        return Denials.unavailable(wanted.asked());
    }

    private ResponseEntity<Object> answer(Wanted wanted, Person asking) {
        return switch (wanted.read(systems)) {
            case Clear(var question) -> {
                Decision decision = gate.decide(question, asking);
                figures.answered(decision);
                yield ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(DecisionAnswer.of(question, decision));
            }
            case Unclear(var reasons, var asked) -> {
                figures.denied(reasons);
                yield Denials.unclear(reasons, asked);
            }
        };
    }
}
