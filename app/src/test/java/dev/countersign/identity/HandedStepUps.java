package dev.countersign.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/** Tests that call use cases or a mocked page have no browser: each decision is handed a fresh log-in. Real requests get none. */
@TestComponent
class HandedStepUps implements BroughtStepUp {

    private final StepUpLedger ledger;
    private final Clock clock;

    HandedStepUps(StepUpLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Optional<UUID> by(PersonId person, String matter) {
        if (isFromABrowser()) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var stepUp = new StepUp(UUID.randomUUID(), person, "test " + UUID.randomUUID(), matter, now, "test", now);
        ledger.keep(stepUp);
        return Optional.of(stepUp.id());
    }

    private static boolean isFromABrowser() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && WebUtils.getNativeRequest(attributes.getRequest(), MockHttpServletRequest.class) == null;
    }
}
