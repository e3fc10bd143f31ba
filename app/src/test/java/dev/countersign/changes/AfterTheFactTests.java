package dev.countersign.changes;

import static dev.countersign.changes.SampleChange.LATER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was done before anybody decided on it is never approved to be done: it lacks its outcome only. */
class AfterTheFactTests {

    @Test
    void awaitsItsOutcomeOnceItsVpApprovedIt() {
        assertThat(done(SampleChange.escalated()).escalationDecided(true, LATER).status())
                .isEqualTo(Status.OUTCOME);
    }

    @Test
    void awaitsItsOutcomeOnceItsDirectorSigned() {
        Change waiting = done(SampleChange.awaitingSignOff(SampleChange.WITH_DIRECTOR));
        assertThat(waiting.signedOff(true, LATER).status()).isEqualTo(Status.OUTCOME);
    }

    @Test
    void isRejectedLikeAnyOther() {
        assertThat(done(SampleChange.escalated())
                        .escalationDecided(false, LATER)
                        .status())
                .isEqualTo(Status.REJECTED);
    }

    private static Change done(Change change) {
        Change.Course course = change.course();
        return new Change(
                change.id(),
                change.version(),
                change.author(),
                change.text(),
                change.state(),
                change.terms(),
                new Change.Course(
                        course.createdAt(), course.submittedAt(), Optional.of(course.createdAt()), Optional.empty()));
    }
}
