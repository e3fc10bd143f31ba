package dev.countersign.policy;

/**
 * Why a table cannot be saved.
 *
 * @param row its clause, counted from 1; 0 if it is about the table as a whole
 * @param field the part of the row, by the word of its column, `id` or `description`; empty if it is about no single one
 */
public record TableProblem(int row, String field, String column, String why, String wayOut) {

    static TableProblem ofTable(String why, String wayOut) {
        return new TableProblem(0, "", "", why, wayOut);
    }

    /** The place in words. */
    public String where() {
        if (row == 0) {
            return "The table";
        }
        return column.isEmpty() ? "Clause %d".formatted(row) : "Clause %d, %s".formatted(row, column);
    }
}
