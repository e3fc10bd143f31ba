package dev.countersign.registry;

import dev.countersign.journal.Recorded;
import java.util.List;

/** Systems were added to the registry or described anew. */
record SystemsRegistered(List<String> systems, int departments) implements Recorded {

    @Override
    public String stream() {
        return "registry";
    }

    @Override
    public String kind() {
        return "registry.registered";
    }

    @Override
    public String actor() {
        return "countersign";
    }

    @Override
    public String summary() {
        return "registered %d systems in %d departments".formatted(systems.size(), departments);
    }
}
