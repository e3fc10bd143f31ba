package dev.countersign.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.desk.SunsetRows.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a control cost and stopped, by the verdicts. */
class VoicesTests {

    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    private final List<Said> said = new ArrayList<>();

    @Test
    void waitsFromTheFirstReviewToTheSecond() {
        review("A", "ben", true, 0);
        review("A", "chloe", true, 90);
        Control second = voices().second(1);
        assertThat(second.waits()).containsExactly(Duration.ofMinutes(90));
        assertThat(second.people()).isOne();
        assertThat(second.stopped()).isZero();
    }

    @Test
    void countsAsStoppedBySecondReviewWhatTheFirstReviewerApproved() {
        review("A", "ben", true, 0);
        review("A", "chloe", false, 10);
        review("B", "ben", false, 0);
        review("B", "chloe", false, 10);
        review("C", "ben", false, 0);
        review("C", "chloe", true, 10);
        assertThat(voices().second(3).stopped()).isOne();
    }

    @Test
    void waitsForTheDirectorFromTheLastReview() {
        review("A", "ben", true, 0);
        review("A", "chloe", true, 60);
        say("A", "elena", "DIRECTOR", false, 180);
        Control director = voices().director(1);
        assertThat(director.waits()).containsExactly(Duration.ofMinutes(120));
        assertThat(director.stopped()).isOne();
    }

    @Test
    void countsAChangeOnceHoweverOftenItWasSentBack() {
        for (int revision = 1; revision <= 3; revision++) {
            said.add(new Said("A", revision, "ben", "REVIEWER", true, START));
            said.add(new Said("A", revision, "chloe", "REVIEWER", false, START.plusSeconds(60)));
        }
        assertThat(voices().second(1).stopped()).isOne();
        assertThat(voices().second(1).waits()).hasSize(3);
    }

    @Test
    void costsNothingWhereNobodyHasSpokenYet() {
        review("A", "ben", true, 0);
        Control second = voices().second(1);
        assertThat(second.median()).isEmpty();
        assertThat(second.total()).isZero();
    }

    @Test
    void takesPercentilesByNearestRank() {
        List<Duration> waits =
                IntStream.rangeClosed(1, 10).mapToObj(Duration::ofHours).toList();
        Control control = new Control(Control.Kind.VP, 10, 1, waits.reversed(), 0);
        assertThat(control.median()).contains(Duration.ofHours(5));
        assertThat(control.p90()).contains(Duration.ofHours(9));
        assertThat(control.total()).isEqualTo(Duration.ofHours(55));
    }

    private Voices voices() {
        return new Voices(said);
    }

    private void review(String change, String person, boolean approves, int minutes) {
        say(change, person, "REVIEWER", approves, minutes);
    }

    private void say(String change, String person, String duty, boolean approves, int minutes) {
        said.add(new Said(change, 1, person, duty, approves, START.plus(Duration.ofMinutes(minutes))));
    }
}
