package dev.countersign.compliance;

import dev.countersign.changes.Reach;
import dev.countersign.registry.ProductionSystem;

/** Which system a commit belongs to is nothing that its author can choose. */
final class RegisteredRepository implements Check {

    @Override
    public String id() {
        return Reach.REPOSITORY_CHECK;
    }

    @Override
    public String title() {
        return "Every system it names is built from its repository, by the registry";
    }

    @Override
    public String fixHint() {
        return "Name the systems that are built from this repository, and write a change of its own for each other"
                + " repository. If the registry is wrong, have a system owner enter the repository there first.";
    }

    @Override
    public Finding examine(Submission submission) {
        String repository = submission.document().repository();
        if (repository.isBlank()) {
            return Finding.notApplicable("repository", "a repository of its systems", "nothing from a repository");
        }
        Registered registered = submission.registered();
        Finding.Collector seen = new Finding.Collector();
        seen.see(
                !registered.reach().built().isEmpty(),
                "repository",
                "a repository of the registry",
                registered.reach().origin(repository));
        for (String system : submission.document().systems()) {
            seen.see(
                    registered.reach().built().contains(system),
                    "repository",
                    "what %s is built from (%s)".formatted(system, registered.originsOf(system)),
                    registered.reach().origin(repository));
        }
        for (ProductionSystem other : registered.reach().unnamed()) {
            seen.see(
                    true,
                    "systems",
                    "every system that is built from it to count",
                    "%s (tier %d) is built from it as well, and counts".formatted(other.key(), other.tier()));
        }
        return seen.finding();
    }
}
