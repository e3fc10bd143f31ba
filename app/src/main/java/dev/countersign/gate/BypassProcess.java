package dev.countersign.gate;

import dev.countersign.engine.Inbox;
import dev.countersign.engine.Runs;
import dev.countersign.engine.TaskOpened;
import dev.countersign.gate.Bypass.Way;
import dev.countersign.journal.Recorded;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the process of a case where it should stand, and hands the case up the line when its time is over. */
@Component
public class BypassProcess {

    private final Bypasses bypasses;
    private final Documenting documenting;
    private final BypassLedger ledger;
    private final Runs runs;
    private final Inbox inbox;
    private final Clock clock;

    BypassProcess(
            Bypasses bypasses, Documenting documenting, BypassLedger ledger, Runs runs, Inbox inbox, Clock clock) {
        this.bypasses = bypasses;
        this.documenting = documenting;
        this.ledger = ledger;
        this.runs = runs;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** The run ends here and not with the settlement, which must not wait for the engine's rows. */
    @Transactional
    public Bypass read(BypassId id) {
        Bypass bypass = settledIfDocumented(bypasses.lock(id));
        if (!bypass.isOpen()) {
            runs.end(id.value());
        }
        return bypass;
    }

    private Bypass settledIfDocumented(Bypass bypass) {
        return bypass.isOpen() && documenting.isDocumented(bypass)
                ? bypasses.settle(bypass, Way.DOCUMENTED, Recorded.HOUSE, now())
                : bypass;
    }

    /** What a timer asks for; a case that was settled meanwhile stays so. */
    @Transactional
    public Bypass raise(BypassId id) {
        raiseIfDue(id);
        return read(id);
    }

    /** Whether its time was over and nobody had handed it up yet; nobody is above the VP, who is reminded. */
    @Transactional
    public boolean raiseIfDue(BypassId id) {
        Bypass bypass = settledIfDocumented(bypasses.lock(id));
        Instant now = now();
        if (!bypass.isOverdue(now)) {
            return false;
        }
        Bypass raised = bypass.raised(now, bypasses.within());
        inbox.close(id.value());
        ledger.move(
                raised, new BypassEvent.Raised(id, Recorded.HOUSE, bypass.system(), raised.level(), raised.dueAt()));
        return true;
    }

    /** The plan asks for what was settled while it was away: tell it to go on and look. */
    @EventListener
    @Transactional
    public void onOpened(TaskOpened opened) {
        if (!opened.task().process().equals(BypassPlan.PROCESS)) {
            return;
        }
        Bypass bypass = bypasses.lock(new BypassId(opened.task().subject()));
        if (!bypass.isOpen() || documenting.isDocumented(bypass)) {
            inbox.complete(opened.task(), new Bypasses.Nothing());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
