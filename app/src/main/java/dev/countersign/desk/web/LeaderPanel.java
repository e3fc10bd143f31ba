package dev.countersign.desk.web;

import dev.countersign.desk.LeaderFigures;
import dev.countersign.moments.LengthWords;
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
                figures.median().map(LengthWords::of).orElse("–"),
                figures.overdue(),
                figures.departments().stream()
                        .map(key -> "&department=" + key)
                        .collect(Collectors.joining("", "/reviews?overdue=true&sort=due", "")));
    }
}
