package dev.countersign.engine;

import java.net.URI;
import java.time.Duration;

/** The settings of an application that a test puts together itself. */
final class Settings {

    private Settings() {}

    static EngineProperties of(URI gateway, String tenant, Duration grace) {
        return new EngineProperties(
                gateway,
                "",
                tenant,
                false,
                Duration.ofMinutes(1),
                Duration.ofDays(28),
                Duration.ofMillis(250),
                Duration.ofMinutes(1),
                Duration.ofSeconds(15),
                grace,
                Duration.ofDays(30),
                Duration.ofDays(400));
    }
}
