package dev.countersign.registry;

import dev.countersign.journal.Recorded;
import java.util.List;

/** What was said of the registry, as it goes on the record: of one thing in its own chain, of many in the registry's. */
sealed interface RegistryEvent extends Recorded {

    ProposalId proposal();

    String title();

    /** Somebody asked for an edit. */
    record Proposed(ProposalId proposal, String stream, String actor, List<String> systems, String title, String reason)
            implements RegistryEvent {
        @Override
        public String kind() {
            return "registry.proposed";
        }

        @Override
        public String summary() {
            return "proposed “%s” (%s)".formatted(title, proposal);
        }
    }

    /** A second person agreed, and it is in effect from that moment. */
    record Adopted(ProposalId proposal, String stream, String actor, List<String> systems, String title, String comment)
            implements RegistryEvent {
        @Override
        public String kind() {
            return "registry.adopted";
        }

        @Override
        public String summary() {
            return "approved “%s” (%s); it is in effect from that moment".formatted(title, proposal);
        }
    }

    /** A second person said no. */
    record Declined(ProposalId proposal, String stream, String actor, List<String> systems, String title, String reason)
            implements RegistryEvent {
        @Override
        public String kind() {
            return "registry.declined";
        }

        @Override
        public String summary() {
            return "declined “%s” (%s)".formatted(title, proposal);
        }
    }

    /** Whoever asked for it took it back. */
    record Withdrawn(ProposalId proposal, String stream, String actor, List<String> systems, String title)
            implements RegistryEvent {
        @Override
        public String kind() {
            return "registry.withdrawn";
        }

        @Override
        public String summary() {
            return "withdrew “%s” (%s)".formatted(title, proposal);
        }
    }

    /** One system or incident has a chain of its own. */
    static String streamOf(Edit edit) {
        if (!edit.incidents().isEmpty()) {
            return "incident/" + edit.incidents().getFirst().facts().id();
        }
        List<String> about = edit.about();
        return about.size() == 1 && edit.departments().isEmpty() ? "system/" + about.getFirst() : "registry";
    }
}
