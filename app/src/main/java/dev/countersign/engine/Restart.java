package dev.countersign.engine;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts an end to a run that no longer counts and begins the next one. */
@Component
public class Restart {

    private final Runs runs;
    private final Outbox outbox;

    Restart(Runs runs, Outbox outbox) {
        this.runs = runs;
        this.outbox = outbox;
    }

    /** The subject became something else, so that its process must begin anew at the stage where it is now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void anew(Plan plan, String subject) {
        runs.open(subject).ifPresentOrElse(run -> restart(plan, run, false), () -> runs.start(plan, subject));
    }

    /** A broker that lost its data counts its keys anew, so an instance that is gone must not be cancelled by key. */
    @Transactional
    void restart(Plan plan, Run run, boolean gone) {
        runs.start(plan, run.subject());
        if (!gone) {
            run.instance().ifPresent(instance -> outbox.send(new Command.CancelInstance(run.subject(), instance)));
        }
    }
}
