package dev.countersign.policy.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Puts a cell of the decision table into words; what it does not know stays as it is written. */
final class Cell {

    private Cell() {}

    static String fact(String cell) {
        if (cell.isEmpty()) {
            return "any";
        }
        if (cell.startsWith("not(") && cell.endsWith(")")) {
            return "not " + either(cell.substring(4, cell.length() - 1));
        }
        return either(cell);
    }

    static String demand(String cell) {
        return switch (cell) {
            case "true" -> "yes";
            case "", "\"\"", "false", "0" -> "–";
            case "\"all\"" -> "all";
            default -> checks(cell);
        };
    }

    /** A list of checks reads better with a space after each comma. */
    private static String checks(String cell) {
        return Arrays.stream(cell.split(",", -1)).map(Cell::word).collect(Collectors.joining(", "));
    }

    private static String either(String list) {
        return Arrays.stream(list.split(",", -1)).map(Cell::word).collect(Collectors.joining(" or "));
    }

    private static String word(String cell) {
        String word = cell.strip();
        return switch (word) {
            case "true" -> "yes";
            case "false" -> "no";
            default -> word.replace("\"", "").replace('-', ' ');
        };
    }
}
