package dev.countersign.forms;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One answer, in the type that its question asks for. */
public sealed interface Answer {

    record Text(String value) implements Answer {}

    record Amount(BigDecimal value) implements Answer {}

    record Truth(boolean value) implements Answer {}

    record Day(LocalDate value) implements Answer {}

    record Moment(Instant value) implements Answer {}

    /** Several values of a list, in the order they were chosen. */
    record Chosen(List<String> values) implements Answer {
        public Chosen {
            values = List.copyOf(values);
        }
    }

    /** The rows of a repeated part, such as the steps of a plan. */
    record Rows(List<Answers> rows) implements Answer {
        public Rows {
            rows = List.copyOf(rows);
        }
    }
}
