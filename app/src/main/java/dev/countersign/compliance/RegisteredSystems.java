package dev.countersign.compliance;

import java.util.List;

final class RegisteredSystems implements Check {

    @Override
    public String id() {
        return "registered-systems";
    }

    @Override
    public String title() {
        return "Every system it touches is in the registry";
    }

    @Override
    public String fixHint() {
        return "Choose the systems from the registry, or ask a system owner to enter the missing one.";
    }

    @Override
    public Finding examine(Submission submission) {
        List<String> systems = submission.document().systems();
        Finding.Collector seen = new Finding.Collector();
        if (systems.isEmpty()) {
            seen.see(false, "systems", "at least one system", "none");
        }
        for (String system : systems) {
            boolean known = submission.registered().knows(system);
            seen.see(known, "systems", "a system of the registry", known ? system : "%s, unknown".formatted(system));
        }
        return seen.finding();
    }
}
