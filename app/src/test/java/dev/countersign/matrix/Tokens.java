package dev.countersign.matrix;

import dev.countersign.gate.Pipeline;
import dev.countersign.journeys.KeycloakAdmin;
import dev.countersign.local.RealStack;
import java.time.Duration;
import java.time.Instant;

/**
 * Real bearer tokens: of the pipeline, and of a program that the house gave no role. They count for five minutes, and a busy
 * machine takes longer to walk through the whole table.
 */
final class Tokens {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private Instant asked = Instant.MIN;
    private String gate = "";
    private String withoutRole = "";

    String gate() {
        renew();
        return gate;
    }

    String withoutRole() {
        renew();
        return withoutRole;
    }

    private void renew() {
        Instant now = Instant.now();
        if (asked.isBefore(now.minus(FRESH))) {
            try (var pipeline = new Pipeline("", RealStack.shared())) {
                gate = pipeline.token();
            }
            withoutRole = new KeycloakAdmin().tokenWithoutRole();
            asked = now;
        }
    }
}
