package dev.countersign.policy;

import java.util.List;

/** What came of saving a draft. */
public sealed interface Saving {

    /** It is kept as this draft says. */
    record Saved(PolicyDraft draft) implements Saving {}

    /** Nothing is kept; these are the reasons. */
    record Refused(List<TableProblem> problems) implements Saving {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Nothing is kept: somebody else saved meanwhile, and this is what differs between theirs and what was sent. */
    record Overtaken(PolicyDraft draft, TableDifference difference) implements Saving {}
}
