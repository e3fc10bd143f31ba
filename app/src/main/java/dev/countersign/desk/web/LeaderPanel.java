package dev.countersign.desk.web;

import dev.countersign.desk.LeaderFigures;
import dev.countersign.moments.LengthWords;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * Four numbers for a leader, each with the list behind it where there is one.
 *
 * @param median in words
 * @param overduePath the list of what is overdue
 * @param bypassesPath the list of what went around the gate
 */
public record LeaderPanel(
        int waiting, String median, int overdue, String overduePath, int bypasses, String bypassesPath) {

    static LeaderPanel of(LeaderFigures figures, int waiting) {
        return new LeaderPanel(
                waiting,
                figures.median().map(LeaderPanel::words).orElse("–"),
                figures.overdue(),
                path("/reviews?overdue=true&sort=due", "&department=", figures),
                figures.bypasses(),
                path("/gate/bypasses?all=false", "&department=", figures));
    }

    private static String path(String list, String parameter, LeaderFigures figures) {
        return figures.departments().stream().map(key -> parameter + key).collect(Collectors.joining("", list, ""));
    }

    private static String words(Duration length) {
        return length.toMinutes() == 0 ? "under 1 min" : LengthWords.of(length);
    }
}
