package dev.countersign.desk.web;

import dev.countersign.desk.LeaderFigures;
import dev.countersign.moments.LengthWords;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * Three numbers for a leader, each with the list behind it where there is one.
 *
 * @param median in words
 * @param overduePath the list of what is overdue
 */
public record LeaderPanel(int waiting, String median, int overdue, String overduePath) {

    static LeaderPanel of(LeaderFigures figures, int waiting) {
        return new LeaderPanel(
                waiting,
                figures.median().map(LeaderPanel::words).orElse("–"),
                figures.overdue(),
                figures.departments().stream()
                        .map(key -> "&department=" + key)
                        .collect(Collectors.joining("", "/reviews?overdue=true&sort=due", "")));
    }

    private static String words(Duration length) {
        return length.toMinutes() == 0 ? "under 1 min" : LengthWords.of(length);
    }
}
