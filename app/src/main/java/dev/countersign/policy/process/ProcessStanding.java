package dev.countersign.policy.process;

import dev.countersign.policy.Whereabouts;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What each of the addendum's workers tells the process: where to go on, until when, and how to be reached there. */
record ProcessStanding(
        String stage, @Nullable String endsAt, @Nullable String remindAt, String waitId) {

    static ProcessStanding of(Whereabouts there) {
        return new ProcessStanding(
                there.stage().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                there.endsAt().map(Instant::toString).orElse(null),
                there.remindAt().map(Instant::toString).orElse(null),
                there.waitId());
    }

    static ProcessStanding superseded() {
        return new ProcessStanding("done", null, null, "");
    }
}
