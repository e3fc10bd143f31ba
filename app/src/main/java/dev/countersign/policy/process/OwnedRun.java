package dev.countersign.policy.process;

import dev.countersign.engine.Job;
import dev.countersign.engine.Runs;
import dev.countersign.policy.AddendumId;
import dev.countersign.policy.AddendumPlan;
import dev.countersign.policy.Whereabouts;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Lets an instance work only while it owns its run; another one ends itself and leaves no trace. */
@Component
class OwnedRun {

    private final Runs runs;

    OwnedRun(Runs runs) {
        this.runs = runs;
    }

    ProcessStanding stand(Job job, String addendum, int run, BiFunction<AddendumId, String, Whereabouts> work) {
        AddendumId id = new AddendumId(addendum);
        return runs.claim(addendum, AddendumPlan.PROCESS, run, job.processInstance())
                ? ProcessStanding.of(work.apply(id, waitId(id, run, job)))
                : ProcessStanding.superseded();
    }

    /** A job is run again with the same key, so that its wait keeps its name; the next wait has another one. */
    private static String waitId(AddendumId addendum, int run, Job job) {
        return "%s/%d/%d".formatted(addendum, run, job.key());
    }
}
