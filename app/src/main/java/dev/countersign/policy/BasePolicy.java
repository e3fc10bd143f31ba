package dev.countersign.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The decision table that this release brings along. A new house begins with it; a house that has a policy gets it as
 * a draft, for a release must not change what two leaders decide.
 */
@Component
class BasePolicy implements SmartLifecycle {

    static final String RESOURCE = "bpmn/change-requirements.dmn";
    private static final String TITLE = "The table of a new release";

    private final KeptTables tables;
    private final Editions editions;
    private final PolicyDraftRows drafts;
    private final PolicyDraftLedger ledger;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean brought;

    BasePolicy(
            KeptTables tables,
            Editions editions,
            PolicyDraftRows drafts,
            PolicyDraftLedger ledger,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.tables = tables;
        this.editions = editions;
        this.drafts = drafts;
        this.ledger = ledger;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A release whose table cannot be read or kept must not start. */
    @Override
    public void start() {
        bring(read());
        brought = true;
    }

    /** What was brought stays. */
    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return brought;
    }

    /** Before anybody works or is served, and not yet in a start that only loads classes. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    void bring(String text) {
        DecisionTable.parse(text);
        transaction.executeWithoutResult(_ -> {
            String base = tables.keep(text);
            editions.found(base);
            if (!editions.knows(base)) {
                offer(base);
            }
        });
    }

    /** Once; a draft that was declined is not offered again by the next start. */
    private void offer(String base) {
        Instant now = clock.instant();
        PolicyDraftId id = drafts.nextId();
        if (ledger.begin(id, TITLE, base, Optional.empty(), now)) {
            events.publishEvent(new PolicyEvent.Begun(id, PolicyEvent.HOUSE, TITLE, base));
        }
    }

    static String read() {
        try {
            return new ClassPathResource(RESOURCE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read %s, but it is not there.".formatted(RESOURCE), e);
        }
    }
}
