package dev.countersign.changes;

import static dev.countersign.Refuses.refuses;
import static dev.countersign.changes.SampleChange.LATER;
import static dev.countersign.changes.SampleChange.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.MovedClock;
import dev.countersign.Personas;
import dev.countersign.identity.Role;
import dev.countersign.policy.BlockingChecks;
import dev.countersign.policy.Requirements;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the state of a change and the time allow, whoever asks: the database is not looked at for any of it. */
class ChangePermissionsTests {

    private static final Instant APPROVED = NOW.minus(Duration.ofHours(20));
    private static final Requirements FOR_A_DAY =
            new Requirements(1, false, false, false, BlockingChecks.all(), 15, 24, List.of("base"));
    private static final Instant RUN_OUT = APPROVED.plus(Duration.ofHours(24));

    @Test
    void keepsADraftFromEverybodyButItsAuthor() {
        assertThat(permissions().toRead(SampleChange.draft(), Personas.ADA).granted())
                .isTrue();
        Personas.ALL.stream()
                .filter(person -> !person.equals(Personas.ADA))
                .map(person -> Personas.withRoles(person, Role.values()))
                .forEach(person -> refuses(
                        "changes.not-permitted",
                        () -> permissions().toRead(SampleChange.draft(), person).demand()));
    }

    static List<Change> submitted() {
        return SampleChange.everywhere();
    }

    @ParameterizedTest
    @MethodSource("submitted")
    void letsEverybodyReadWhatWasSubmitted(Change change) {
        assertThat(permissions().toRead(change, Personas.INES).granted()).isTrue();
    }

    @Test
    void takesAnExecutionWhileItsApprovalsHeldAndNoLater() {
        Change change = SampleChange.approvedByReviewers(FOR_A_DAY);
        assertThat(permissions().toHaveExecuted(change, RUN_OUT.minusNanos(1)).granted())
                .isTrue();
        refuses(
                "changes.approvals-ran-out",
                () -> permissions().toHaveExecuted(change, RUN_OUT).demand());
        assertThat(permissions()
                        .toHaveExecuted(SampleChange.approved(), LATER.plus(Duration.ofDays(9)))
                        .granted())
                .isTrue();
    }

    /** Whichever comes first ends it. */
    @Test
    void endsWithItsWindowOrWithItsApprovals() {
        Change change = SampleChange.approvedByReviewers(FOR_A_DAY);
        Instant closes = change.window().end();
        assertThat(validity(APPROVED).end(change)).isEqualTo(RUN_OUT).isBefore(closes);
        assertThat(validity(closes).end(change)).isEqualTo(closes);
        assertThat(validity(APPROVED).end(SampleChange.approved())).isEqualTo(closes);
    }

    private static ChangePermissions permissions() {
        JdbcClient nobody = JdbcClient.create(new DriverManagerDataSource());
        MovedClock clock = new MovedClock(NOW);
        return new ChangePermissions(
                new Duties(nobody, new Authors(nobody), clock), validity(APPROVED), List.of(), clock);
    }

    /** Its oldest approval was given then. */
    private static Validity validity(Instant approved) {
        return new Validity(new Approvals() {
            @Override
            public int given(Revision revision, Duty duty) {
                return 1;
            }

            @Override
            public Optional<Instant> oldest(Revision revision) {
                return Optional.of(approved);
            }
        });
    }
}
