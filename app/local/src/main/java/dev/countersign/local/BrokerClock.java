package dev.countersign.local;

import dev.countersign.refusals.Refusal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** The broker's own clock, moved through its actuator. */
record BrokerClock(URI actuator) {

    void move(Duration by) {
        if (by.isZero()) {
            return;
        }
        var request = HttpRequest.newBuilder(actuator.resolve("/actuator/clock/add"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString("{\"offsetMilli\":" + by.toMillis() + "}"))
                .build();
        if (!Probe.succeeds(request)) {
            throw Refusal.conflict(
                    "local.broker-clock",
                    "Expected to move the broker's clock by '" + by + "', but it does not answer at " + actuator + ".",
                    "Start the stack again: the broker takes up the kept offset.");
        }
    }
}
