package dev.countersign.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which of the checks stop a change when they are red. A check that could not give an answer stops it always, whatever
 * stands here.
 */
public sealed interface BlockingChecks {

    /** The word for every check, also those that are still to be written. */
    String ALL = "all";

    boolean include(String check);

    /** Every check blocks. */
    record Every() implements BlockingChecks {

        @Override
        public boolean include(String check) {
            return true;
        }

        @Override
        public String toString() {
            return written();
        }
    }

    /** These checks block; a red one that is not among them only warns. */
    record Only(SortedSet<String> checks) implements BlockingChecks {

        public Only {
            checks = new TreeSet<>(checks);
        }

        @Override
        public boolean include(String check) {
            return checks.contains(check);
        }

        @Override
        public String toString() {
            return written();
        }
    }

    static BlockingChecks all() {
        return new Every();
    }

    static BlockingChecks none() {
        return new Only(new TreeSet<>());
    }

    /** Reads what `written` gives: `all`, or the checks' ids with commas between them. */
    @JsonCreator
    static BlockingChecks of(String written) {
        return written.strip().equals(ALL)
                ? all()
                : new Only(Arrays.stream(written.split(",", -1))
                        .map(String::strip)
                        .filter(check -> !check.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @JsonValue
    default String written() {
        return switch (this) {
            case Every _ -> ALL;
            case Only(SortedSet<String> checks) -> String.join(",", checks);
        };
    }

    /** What blocks for one of them blocks for both. */
    default BlockingChecks and(BlockingChecks other) {
        if (!(this instanceof Only(SortedSet<String> ours)) || !(other instanceof Only(SortedSet<String> theirs))) {
            return all();
        }
        SortedSet<String> both = new TreeSet<>(ours);
        both.addAll(theirs);
        return new Only(both);
    }
}
