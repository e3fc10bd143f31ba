package dev.countersign.compliance;

import java.util.ArrayList;
import java.util.List;

/** What a check found, before it is signed with the check's name and version. */
record Finding(CheckValue value, List<Evidence> evidence) {

    static Finding notApplicable(String field, String expected, String actual) {
        return new Finding(CheckValue.NOT_APPLICABLE, List.of(new Evidence(field, expected, actual)));
    }

    /** Collects what was looked at; one thing amiss makes the whole finding unsatisfied. */
    static final class Collector {

        private final List<Evidence> fine = new ArrayList<>();
        private final List<Evidence> amiss = new ArrayList<>();

        Collector see(boolean holds, String field, String expected, String actual) {
            (holds ? fine : amiss).add(new Evidence(field, expected, actual));
            return this;
        }

        /** What is amiss stands alone: an author should not have to search for it. */
        Finding finding() {
            return amiss.isEmpty()
                    ? new Finding(CheckValue.SATISFIED, List.copyOf(fine))
                    : new Finding(CheckValue.UNSATISFIED, List.copyOf(amiss));
        }
    }
}
