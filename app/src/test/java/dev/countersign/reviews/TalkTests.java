package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.INES;
import static dev.countersign.Personas.JONAS;
import static dev.countersign.Refuses.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Personas;
import dev.countersign.changes.Change;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Duty;
import dev.countersign.changes.SampleChange;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.reviews.ReviewThread.Mark;
import dev.countersign.reviews.ReviewThread.Remark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ada wrote the change, Ben is her co-author, Chloe opened thread 1 and could review it, Jonas opened thread 2. */
class TalkTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Change CHANGE = SampleChange.checking();
    private static final BlindReview RUNNING = BlindReview.ofRemarks(CHANGE, List.of(CHANGE.revision()));
    private static final BlindReview OVER = new BlindReview(Set.of());
    private static final List<Person> OTHERS = List.of(DMITRI, ELENA, INES, JONAS);

    @Test
    void keepsWhatAReviewerSaysBetweenThemAndTheAuthorsUntilTheVerdictsAreIn() {
        List<ReviewThread> all = List.of(thread(1, CHLOE, true), thread(2, JONAS, false));
        for (Person party : List.of(CHLOE, ADA, BEN)) {
            assertThat(talk(RUNNING, party, all).threads()).as(party.name()).hasSize(2);
        }
        for (Person other : OTHERS) {
            Talk talk = talk(RUNNING, other, all);
            assertThat(talk.threads()).extracting(ReviewThread::number).containsExactly(2);
            assertThat(talk.open()).hasSize(1);
            refuses("reviews.no-such-thread", () -> talk.get(1));
            assertThat(talk(OVER, other, all).threads()).hasSize(2);
        }
    }

    @Test
    void keepsWhatIsAddedToAnOldThreadInTheNextReviewWithWhetherItsReviewerIsContent() {
        ReviewThread old = thread(1, CHLOE, true);
        ReviewThread gone = old.with(
                List.of(remark(1, 1, CHLOE), remark(2, 2, CHLOE), remark(3, 2, ADA)),
                List.of(new Mark(1, 2, CHLOE.id(), true, NOW)));
        BlindReview second = new BlindReview(Set.of(2));
        ReviewThread seen = talk(second, DMITRI, List.of(gone)).get(1);
        assertThat(seen.remarks()).hasSize(1);
        assertThat(seen.isResolved()).isFalse();
        assertThat(talk(second, ADA, List.of(gone)).get(1)).isEqualTo(gone);
        refuses(
                "reviews.thread-not-permitted",
                () -> talk(second, JONAS, List.of(gone)).toReply(seen).demand());
    }

    @Test
    void letsReviewersSpeakInThreadsOfTheirOwnOnlyWhileTheyAreBlind() {
        ReviewThread own = thread(1, CHLOE, true);
        ReviewThread open = thread(2, JONAS, false);
        assertThat(talk(RUNNING, CHLOE, own).toReply(own).granted()).isTrue();
        assertThat(talk(RUNNING, ADA, own).toReply(own).granted()).isTrue();
        refuses(
                "reviews.thread-not-permitted",
                () -> talk(RUNNING, CHLOE, open).toReply(open).demand());
        for (Person free : List.of(ELENA, ADA, BEN, JONAS)) {
            assertThat(talk(RUNNING, free, open).toReply(open).granted())
                    .as(free.name())
                    .isTrue();
        }
        assertThat(talk(OVER, CHLOE, open).toReply(open).granted()).isTrue();
        assertThat(talk(OVER, DMITRI, own).toReply(own).granted()).isTrue();
    }

    @Test
    void countsAsAReviewerWhoeverCouldBecomeOne() {
        assertThat(talk(RUNNING, CHLOE, List.of()).speaksApart()).isTrue();
        assertThat(talk(OVER, CHLOE, List.of()).speaksApart()).isFalse();
        assertThat(talk(RUNNING, BEN, List.of()).speaksApart()).isFalse();
        assertThat(talk(RUNNING, JONAS, List.of()).speaksApart()).isFalse();
        assertThat(ThreadRules.couldReview(JONAS, Optional.of(Duty.REVIEWER))).isTrue();
        assertThat(ThreadRules.couldReview(CHLOE, Optional.of(Duty.KEY_HOLDER))).isFalse();
    }

    @Test
    void letsAuditorsAndPipelinesReadOnly() {
        ReviewThread thread = thread(1, JONAS, false);
        for (Person reader : List.of(INES, Personas.withRoles(JONAS, Role.GATE), Personas.withRoles(JONAS))) {
            Talk talk = talk(OVER, reader, thread);
            refuses("reviews.thread-not-permitted", talk.toOpen()::demand);
            refuses("reviews.thread-not-permitted", talk.toReply(thread)::demand);
            refuses("reviews.thread-not-permitted", talk.toResolve(thread)::demand);
            refuses("reviews.thread-not-permitted", talk.toReopen(thread)::demand);
        }
        assertThat(talk(OVER, Personas.withRoles(INES, Role.AUDITOR, Role.VP), thread)
                        .toOpen()
                        .granted())
                .isTrue();
    }

    @Test
    void letsAuthorsAndWhoOpenedItResolveAndEverybodyReopen() {
        ReviewThread open = thread(1, CHLOE, true);
        for (Person party : List.of(CHLOE, ADA, BEN)) {
            assertThat(talk(OVER, party, open).toResolve(open).granted()).isTrue();
        }
        refuses("reviews.thread-not-permitted", talk(OVER, DMITRI, open).toResolve(open)::demand);
        refuses("reviews.thread-moved", talk(OVER, DMITRI, open).toReopen(open)::demand);
        ReviewThread resolved = open.with(open.remarks(), List.of(new Mark(1, 1, ADA.id(), true, NOW)));
        refuses("reviews.thread-moved", talk(OVER, ADA, resolved).toResolve(resolved)::demand);
        assertThat(talk(OVER, DMITRI, resolved).toReopen(resolved).granted()).isTrue();
        assertThat(talk(OVER, DMITRI, resolved).open()).isEmpty();
    }

    @Test
    void keepsTextThatSaysSomethingAndFits() {
        assertThat(ThreadRules.text("  Why\r\n\r\ntwo? \n")).isEqualTo("Why\n\ntwo?");
        assertThat(ThreadRules.text("Why\u00A0t\u200Bwo?\u202E")).isEqualTo("Why two?");
        assertThat(ThreadRules.text("x".repeat(10_000))).hasSize(10_000);
        refuses("reviews.remark-empty", () -> ThreadRules.text(" \r\n\t"));
        refuses("reviews.remark-unkeepable", () -> ThreadRules.text("x".repeat(10_001)));
        refuses("reviews.remark-empty", () -> ThreadRules.text("\u200B\u00A0\u3164"));
    }

    private static Talk talk(BlindReview review, Person reader, ReviewThread... all) {
        return talk(review, reader, List.of(all));
    }

    private static Talk talk(BlindReview review, Person reader, List<ReviewThread> all) {
        Optional<Duty> duty =
                Stream.of(ADA, BEN).anyMatch(reader::equals) ? Optional.of(Duty.AUTHOR) : Optional.empty();
        List<PersonId> authors = List.of(ADA.id(), BEN.id());
        boolean running = !review.revisions().isEmpty();
        return new Talk(CHANGE, reader, duty, new BlindThreads(review, Set.copyOf(authors), running), all);
    }

    private static ReviewThread thread(int number, Person opener, boolean blind) {
        return new ReviewThread(
                CHANGE.id(),
                number,
                1,
                Optional.of(DocumentField.STEPS),
                opener.id(),
                blind,
                NOW,
                List.of(remark(1, 1, opener)),
                List.of());
    }

    private static Remark remark(int number, int revision, Person by) {
        return new Remark(number, revision, by.id(), "Why two?", NOW);
    }
}
