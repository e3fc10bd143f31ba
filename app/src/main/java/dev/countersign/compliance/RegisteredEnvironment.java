package dev.countersign.compliance;

import dev.countersign.changes.Reach;
import dev.countersign.registry.Environment;
import dev.countersign.registry.ProductionSystem;
import java.util.Optional;

/** Where a system runs is nothing that its author can choose: for another environment, less may be demanded. */
final class RegisteredEnvironment implements Check {

    @Override
    public String id() {
        return Reach.ENVIRONMENT_CHECK;
    }

    @Override
    public String title() {
        return "Every system it names runs in its environment, by the registry";
    }

    @Override
    public String fixHint() {
        return "Choose the environment in which the systems run, and write a change of its own for each other one."
                + " If the registry is wrong, have a system owner enter the environment there first.";
    }

    @Override
    public Finding examine(Submission submission) {
        Environment environment = submission.document().environment().registered();
        Finding.Collector seen = new Finding.Collector();
        for (String named : submission.document().systems()) {
            Optional<ProductionSystem> system = submission.registered().reach().find(named);
            seen.see(
                    system.filter(known -> known.runsIn(environment)).isPresent(),
                    "environment",
                    system.map(known -> "where %s runs (%s)".formatted(named, known.places()))
                            .orElse("where %s runs (the registry does not know it)".formatted(named)),
                    environment.word());
        }
        return seen.finding();
    }
}
