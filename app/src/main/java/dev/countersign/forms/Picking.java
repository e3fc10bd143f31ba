package dev.countersign.forms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out which choices somebody means who typed a part of a name, or mistyped it. */
final class Picking {

    /** More than this nobody reads through. */
    private static final int MOST = 8;

    private static final int SLIPS = 2;
    private static final int SHORTEST_WITH_SLIPS = 4;

    private final List<Option> choices;
    private final String text;
    private final List<Option> fitting;

    Picking(List<Option> choices, String text) {
        this.choices = choices;
        this.text = plain(text);
        this.fitting = choices.stream()
                .filter(choice -> plain(choice.label()).contains(this.text)
                        || plain(choice.value()).contains(this.text))
                .toList();
    }

    /** The only choice that has it in its name. */
    Optional<Option> only() {
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /** Those it may stand for. */
    List<Option> near() {
        List<Option> near =
                fitting.isEmpty() ? choices.stream().filter(this::isSlip).toList() : fitting;
        return near.stream().limit(MOST).toList();
    }

    /** What is wrong with it, in words. */
    String objection(String label, String typed) {
        String none = "“%s” has no choice ‘%s’.".formatted(label, typed);
        if (fitting.size() > 1) {
            return "“%s” has %d choices with ‘%s’. Tick the ones you mean, or type more of the name."
                    .formatted(label, fitting.size(), typed);
        }
        return near().isEmpty() ? none : none + " Tick what you mean, or type it again.";
    }

    private boolean isSlip(Option choice) {
        return text.length() >= SHORTEST_WITH_SLIPS && (isSlip(plain(choice.value())) || isSlip(plain(choice.label())));
    }

    /** Of the whole name, or of as much of it as was typed. */
    private boolean isSlip(String name) {
        int typed = Math.min(name.length(), text.length());
        return distance(text, name) <= SLIPS || distance(text, name.substring(0, typed)) <= SLIPS;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    }

    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int column = 0; column < before.length; column++) {
            before[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            before = next(before, row, one.charAt(row - 1), other);
        }
        return before[other.length()];
    }

    private static int[] next(int[] before, int row, char letter, String other) {
        int[] now = new int[before.length];
        now[0] = row;
        for (int column = 1; column < now.length; column++) {
            int changed = before[column - 1] + (letter == other.charAt(column - 1) ? 0 : 1);
            now[column] = Math.min(changed, Math.min(before[column], now[column - 1]) + 1);
        }
        return now;
    }
}
