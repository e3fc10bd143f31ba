package dev.countersign.engine;

import dev.countersign.engine.Camunda.Answer;
import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts one row of the outbox into Camunda's words. "Not found" is an answer too: it means "maybe done". */
@Component
class Sender {

    private final JdbcClient sql;
    private final Camunda camunda;
    private final Models models;

    Sender(JdbcClient sql, Camunda camunda, Models models) {
        this.sql = sql;
        this.camunda = camunda;
        this.models = models;
    }

    Answer send(Telling telling) {
        return switch (telling.kind()) {
            case "StartProcess" -> start(telling);
            case "CompleteTask" -> complete(telling);
            case "PublishMessage" -> publish(telling);
            case "CancelInstance" -> cancel(telling);
            default ->
                throw new IllegalStateException(
                        "Expected to send a command to Camunda, but '%s' is none.".formatted(telling.kind()));
        };
    }

    /**
     * A broker without its data has lost the model too: it gets it back, and the process starts from that. A start that
     * is refused is tried again later: there is nothing that could begin anew in its place.
     */
    private Answer start(Telling telling) {
        Answer answer = startDeployed(telling);
        if (answer == Answer.NOT_FOUND) {
            models.deploy();
            answer = startDeployed(telling);
        }
        if (answer == Answer.NEVER) {
            throw new IllegalStateException("it refuses to start '%s'".formatted(telling.text("process")));
        }
        return answer;
    }

    /** An instance that can't be ended is none that could do anything: its run no longer counts. */
    private Answer cancel(Telling telling) {
        Answer answer = camunda.cancel(telling.payload().required("instance").asLong());
        return answer == Answer.NEVER ? Answer.NOT_FOUND : answer;
    }

    private Answer startDeployed(Telling telling) {
        String process = telling.text("process");
        return camunda.start(process, models.definition(process), telling.variables());
    }

    private Answer complete(Telling telling) {
        OptionalLong job = job(telling.payload().required("task").asLong(), telling.run());
        return job.isEmpty() ? Answer.NOT_FOUND : camunda.complete(job.getAsLong(), telling.variables());
    }

    private Answer publish(Telling telling) {
        return camunda.publish(
                telling.text("name"),
                telling.text("correlation"),
                telling.subject() + "/" + telling.id(),
                Duration.parse(telling.text("timeToLive")),
                telling.variables());
    }

    /** The job of the run that the command belongs to; a later run's job would be somebody else's work. */
    private OptionalLong job(long task, int run) {
        return sql.sql("SELECT job_key FROM engine.user_task WHERE id = :id AND run = :run")
                .param("id", task)
                .param("run", run)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
