package dev.countersign.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.journal.Entry;
import dev.countersign.journal.Hash;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DayTests {

    private static final List<Line> LINES = List.of(
            line(5, "change/CHG-000002", "2026-11-24T09:00:00Z", "cart"),
            line(4, "change/CHG-000001", "2026-11-23T23:30:00Z", "cart"),
            line(3, "change/CHG-000002", "2026-11-23T12:00:00Z", "search"),
            line(2, "change/CHG-000001", "2026-11-23T11:00:00Z", "search"),
            line(1, "change/CHG-000001", "2026-11-23T10:00:00Z", "cart"));

    private static final Map<String, String> TITLES = Map.of("change/CHG-000001", "Feed the moa");

    @Test
    void putsTogetherWhatHappenedToOneSubjectOnOneDay() {
        var days = Day.of(LINES, TITLES, ZoneId.of("UTC"));

        assertThat(days).extracting(Day::words).containsExactly("24 Nov 2026", "23 Nov 2026");
        var subjects = days.getLast().subjects();
        assertThat(subjects).extracting(Day.About::title).containsExactly("Feed the moa", "CHG-000002");
        assertThat(subjects.getFirst().lines())
                .extracting(line -> line.entry().id())
                .containsExactly(4L, 2L, 1L);
        assertThat(subjects.getFirst().systems()).containsExactly("cart", "search");
        assertThat(subjects.getFirst().number()).contains("CHG-000001");
        assertThat(subjects.getLast().number()).isEmpty();
    }

    @Test
    void goesByTheClocksOfTheReader() {
        assertThat(Day.of(LINES, TITLES, ZoneId.of("Europe/Madrid")).getFirst().subjects())
                .extracting(Day.About::stream)
                .containsExactly("change/CHG-000002", "change/CHG-000001");
    }

    private static Line line(long id, String stream, String at, String system) {
        var none = new Hash("0".repeat(64));
        return new Line(
                new Entry(id, stream, id, Instant.parse(at), "a.b", "ada", List.of(system), "did it", "{}", none, none),
                "Ada Okafor");
    }
}
