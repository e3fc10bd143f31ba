package dev.countersign.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts an end to a run that no longer counts and begins the next one. */
@Component
public class Restart {

    private static final Logger LOG = LoggerFactory.getLogger(Restart.class);

    private final Runs runs;
    private final Outbox outbox;
    private final Plans plans;

    Restart(Runs runs, Outbox outbox, Plans plans) {
        this.runs = runs;
        this.outbox = outbox;
        this.plans = plans;
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
            cancel(run);
        }
    }

    /**
     * Camunda will never take what it was to be told, so the process is stuck where no waiting helps. A subject that
     * goes on begins anew from PostgreSQL; one that has come to its end needs no process any more.
     */
    @Transactional
    void insteadOf(Telling refused) {
        outbox.answer(refused.id(), Camunda.Answer.NEVER.name());
        runs.find(refused.subject())
                .filter(run -> run.number() == refused.run())
                .ifPresent(run -> replace(run, refused));
    }

    private void replace(Run run, Telling refused) {
        LOG.warn("Giving up process {}: Camunda will never take {} for it", run.id(), refused.kind());
        if (runs.open(run.subject()).isPresent()) {
            restart(plans.get(run.process()), run, false);
        } else {
            cancel(run);
        }
    }

    private void cancel(Run run) {
        run.instance().ifPresent(instance -> outbox.send(new Command.CancelInstance(run.subject(), instance)));
    }
}
