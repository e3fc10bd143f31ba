package dev.countersign.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The file `authorization-matrix.txt`: first what its words mean, then a row for each route and scene. */
record Table(List<Row> rows) {

    private static final Path FILE = Path.of("src", "test", "resources", "authorization-matrix.txt");
    private static final String NOT_ASKED = "-";

    /**
     * What everybody hears at one route.
     *
     * @param scene what the route is called about
     */
    record Row(String method, String path, String scene, Map<Caller, Answer> answers) {

        Route route() {
            return new Route(method, path.replaceFirst("\\?.*", ""));
        }

        boolean writes() {
            return method.equals("POST");
        }

        @Override
        public String toString() {
            return "%s %s about %s".formatted(method, path, scene);
        }
    }

    static Table read() {
        Map<String, Answer> words = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        List<Caller> callers = new ArrayList<>();
        for (String line : lines()) {
            List<String> cells = List.of(line.strip().split("\\s+"));
            switch (cells.getFirst()) {
                case "=" -> words.put(cells.get(1), new Answer(Integer.parseInt(cells.get(2)), code(cells)));
                case "method" -> cells.subList(3, cells.size()).forEach(name -> callers.add(caller(name)));
                case "GET", "POST", "ANY" -> rows.add(row(cells, callers, words));
                default -> throw new IllegalStateException("Expected a row, but found '%s'.".formatted(line));
            }
        }
        return new Table(rows);
    }

    private static Row row(List<String> cells, List<Caller> callers, Map<String, Answer> words) {
        if (cells.size() != callers.size() + 3) {
            throw new IllegalStateException("Expected an answer for each caller, but found %s.".formatted(cells));
        }
        Map<Caller, Answer> answers = new EnumMap<>(Caller.class);
        for (int i = 0; i < callers.size(); i++) {
            String word = cells.get(i + 3);
            if (!word.equals(NOT_ASKED)) {
                answers.put(callers.get(i), Optional.ofNullable(words.get(word)).orElseThrow(() -> unknown(word)));
            }
        }
        return new Row(cells.get(0), cells.get(1), cells.get(2), answers);
    }

    private static Caller caller(String name) {
        return Caller.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String code(List<String> cells) {
        return cells.size() > 3 ? cells.get(3) : "";
    }

    private static IllegalStateException unknown(String word) {
        return new IllegalStateException("Expected a word of the table, but found '%s'.".formatted(word));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
