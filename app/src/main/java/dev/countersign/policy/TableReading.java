package dev.countersign.policy;

import java.util.List;

/** What came of reading a table that somebody typed. */
sealed interface TableReading {

    /** Every cell was understood, and the table keeps the laws that no policy may break. */
    record Fine(RuleTable table) implements TableReading {}

    /** It must not be kept as it is. */
    record Wrong(List<TableProblem> problems) implements TableReading {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }
}
