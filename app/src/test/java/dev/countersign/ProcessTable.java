package dev.countersign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The tables of bpmn/README.md, as rows of bare cells. */
final class ProcessTable {

    private static final Path README = Path.of("..", "bpmn", "README.md");

    private ProcessTable() {}

    /** A row of the table of tasks. */
    record Task(String process, String element, String kind, String jobType, String implementation, String status) {
        boolean built() {
            return status.equals("built");
        }

        /** Where a person does a user task. */
        String page() {
            return implementation.substring(implementation.indexOf(" at ") + " at ".length());
        }
    }

    /** A row of the table of messages. */
    record Message(String name, String process, String correlation, String status) {
        boolean built() {
            return status.equals("built");
        }
    }

    static List<Task> tasks() {
        return rows("process").stream()
                .map(cell -> new Task(cell.get(0), cell.get(1), cell.get(2), cell.get(3), cell.get(4), cell.get(5)))
                .toList();
    }

    static List<Message> messages() {
        return rows("message").stream()
                .map(cell -> new Message(cell.get(0), cell.get(1), cell.get(2), cell.get(3)))
                .toList();
    }

    private static List<List<String>> rows(String firstColumn) {
        return lines().stream()
                .dropWhile(line -> !line.startsWith("| " + firstColumn + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(ProcessTable::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|"))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(README);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
