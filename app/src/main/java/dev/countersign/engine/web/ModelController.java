package dev.countersign.engine.web;

import dev.countersign.engine.Models;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Excerpt;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the process models as files, for the diagram on a page and for Camunda Modeler. */
@RestController
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class ModelController {

    private static final CacheControl WHILE_SIGNED_IN =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate();

    private final Models models;

    ModelController(Models models) {
        this.models = models;
    }

    @GetMapping("/engine/models/{process}.bpmn")
    ResponseEntity<String> model(@PathVariable String process) {
        return models.xml(process)
                .map(xml -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_XML)
                        .cacheControl(WHILE_SIGNED_IN)
                        .body(xml))
                .orElseThrow(() -> unknown(process));
    }

    private static Refusal unknown(String process) {
        return Refusal.notFound("engine.unknown-model")
                .expectedTo("find the model of process '%s'", Excerpt.of(process, 40))
                .because("there is no process '%s'", Excerpt.of(process, 40))
                .instead("Open a change and look at its diagram.");
    }
}
