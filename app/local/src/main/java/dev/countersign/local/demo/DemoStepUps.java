package dev.countersign.local.demo;

import dev.countersign.identity.BroughtStepUp;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.StepUp;
import dev.countersign.identity.StepUpLedger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The leaders of the demo have no browser; while its script runs, and only then, they are taken at their word. */
@Component
@Profile("local")
class DemoStepUps implements BroughtStepUp {

    private static final ScopedValue<Boolean> PLAYING = ScopedValue.newInstance();

    private final StepUpLedger ledger;
    private final Clock clock;

    DemoStepUps(StepUpLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    static void play(Runnable script) {
        ScopedValue.where(PLAYING, true).run(script);
    }

    @Override
    public Optional<UUID> by(PersonId person, String matter) {
        if (!PLAYING.isBound()) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var stepUp = new StepUp(UUID.randomUUID(), person, "demo of " + UUID.randomUUID(), matter, now, "demo", now);
        ledger.keep(stepUp);
        return Optional.of(stepUp.id());
    }
}
