package dev.countersign.journal.web;

import dev.countersign.journal.Entry;
import dev.countersign.moments.MomentWords;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened on one day, the newest first: by what it was done to, each as new as the last that happened to it. */
public record Day(LocalDate date, List<About> subjects) {

    /**
     * What happened to one subject on one day.
     *
     * @param title what it is called; its number or key if that is all it has
     * @param path its page, if it has one
     * @param systems those that any of its entries concerns
     */
    public record About(
            String stream, String title, @Nullable String path, List<String> systems, List<Line> lines) {

        private static final int FEW = 3;

        static About of(List<Line> lines, Map<String, String> titles) {
            Entry newest = lines.getFirst().entry();
            return new About(
                    newest.stream(),
                    titles.getOrDefault(newest.stream(), newest.subject()),
                    newest.page().orElse(null),
                    lines.stream()
                            .flatMap(line -> line.entry().systems().stream())
                            .distinct()
                            .toList(),
                    lines);
        }

        /** How people call it by number or key, where its title does not say it already. */
        public Optional<String> number() {
            String subject = lines.getFirst().entry().subject();
            return Optional.of(subject).filter(name -> !name.equals(title));
        }

        /** As many systems as fit a line; the export has them all. */
        public String fewSystems() {
            return String.join(", ", systems.stream().limit(FEW).toList());
        }

        public int moreSystems() {
            return Math.max(0, systems.size() - FEW);
        }
    }

    /** Lines that come the newest first, by the days of those clocks. */
    static List<Day> of(List<Line> lines, Map<String, String> titles, ZoneId clocks) {
        Map<LocalDate, Map<String, List<Line>>> days = new LinkedHashMap<>();
        lines.forEach(line -> days.computeIfAbsent(
                        LocalDate.ofInstant(line.entry().at(), clocks), day -> new LinkedHashMap<>())
                .computeIfAbsent(line.entry().stream(), stream -> new ArrayList<>())
                .add(line));
        return days.entrySet().stream()
                .map(day -> new Day(
                        day.getKey(),
                        day.getValue().values().stream()
                                .map(about -> About.of(about, titles))
                                .toList()))
                .toList();
    }

    public String words() {
        return MomentWords.day(date);
    }
}
