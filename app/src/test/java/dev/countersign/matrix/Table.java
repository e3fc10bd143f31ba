package dev.countersign.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The file `authorization-matrix.txt`: first what its words mean, then who hears what at each route in which scenes. */
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

        boolean isAboutThread() {
            return path.contains("{number}");
        }

        /** Whether somebody may do it. */
        boolean isGranted() {
            return answers.values().stream().anyMatch(Answer::isYes);
        }

        @Override
        public String toString() {
            return "%s %s about %s".formatted(method, path, scene);
        }
    }

    /** Scene by scene, as their time runs on; what leaves a scene as it was comes first. */
    List<Row> inOrder() {
        List<String> scenes = rows.stream().map(Row::scene).distinct().toList();
        return rows.stream()
                .sorted(Comparator.<Row>comparingInt(row -> scenes.indexOf(row.scene()))
                        .thenComparing(Row::writes)
                        .thenComparing(Row::isGranted))
                .toList();
    }

    static Table read() {
        Map<String, Answer> words = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        List<Caller> callers = new ArrayList<>();
        Map<String, List<String>> groups = new HashMap<>();
        for (String line : lines()) {
            List<String> cells = List.of(line.strip().split("\\s+"));
            switch (cells.getFirst()) {
                case "=" -> words.put(cells.get(1), new Answer(Integer.parseInt(cells.get(2)), code(cells)));
                case "method" -> cells.subList(2, cells.size() - 1).forEach(name -> callers.add(caller(name)));
                case "+" -> groups.put(cells.get(1), scenes(cells.get(2), groups));
                case "GET", "POST", "ANY" ->
                    scenes(cells.getLast(), groups).forEach(scene -> rows.add(row(cells, scene, callers, words)));
                default -> throw new IllegalStateException("Expected a row, but found '%s'.".formatted(line));
            }
        }
        return new Table(rows);
    }

    /** Those that a cell names, one by one or by the name of a group. */
    private static List<String> scenes(String cell, Map<String, List<String>> groups) {
        return Stream.of(cell.split(","))
                .flatMap(name -> groups.getOrDefault(name, List.of(name)).stream())
                .toList();
    }

    private static Row row(List<String> cells, String scene, List<Caller> callers, Map<String, Answer> words) {
        if (cells.size() != callers.size() + 3) {
            throw new IllegalStateException("Expected an answer for each caller, but found %s.".formatted(cells));
        }
        Map<Caller, Answer> answers = new EnumMap<>(Caller.class);
        for (int i = 0; i < callers.size(); i++) {
            String word = cells.get(i + 2);
            if (!word.equals(NOT_ASKED)) {
                answers.put(callers.get(i), Optional.ofNullable(words.get(word)).orElseThrow(() -> unknown(word)));
            }
        }
        return new Row(cells.get(0), cells.get(1), scene, answers);
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
