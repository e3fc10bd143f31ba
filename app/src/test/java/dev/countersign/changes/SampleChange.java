package dev.countersign.changes;

import dev.countersign.Personas;
import dev.countersign.policy.Requirements;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One change on each stage of its road, brought there by its own transitions. */
public final class SampleChange {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final Instant LATER = NOW.plus(Duration.ofHours(2));
    static final Duration ONE_DAY = Duration.ofHours(24);
    static final ChangeId ID = new ChangeId("CHG-000042");

    static final Requirements ONE_REVIEW = Requirements.of(1, false, false, 15, List.of("base"));
    static final Requirements WITH_DIRECTOR = Requirements.of(2, true, false, 60, List.of("base", "addendum"));
    static final Requirements WITH_LEADERS = Requirements.of(1, true, true, 60, List.of("base", "control-plane"));
    static final Requirements WITH_VP_ONLY = Requirements.of(1, false, true, 60, List.of("made-up"));

    private SampleChange() {}

    static Revision revision(int number, ChangeDocument document) {
        return new Revision(
                ID, number, document, "%064d".formatted(number), number, Optional.empty(), Personas.ADA.id(), NOW);
    }

    static Revision revision(int number) {
        return revision(number, SampleDocument.writtenAt(NOW).document());
    }

    static Change draft() {
        return new Change(
                ID,
                1,
                Personas.ADA.id(),
                new Change.Text("Untitled change", "", List.of(), Optional.empty()),
                Change.State.of(Status.DRAFT, NOW),
                Change.Terms.NONE,
                Change.Course.begun(NOW));
    }

    public static Change checking(ChangeDocument document) {
        return draft().submitted(revision(1, document), "checkout", "base", NOW);
    }

    public static Change checking() {
        return checking(SampleDocument.writtenAt(NOW).document());
    }

    static Change needsWork() {
        return checking().checked(false, NOW);
    }

    static Change inReview(Requirements demanded) {
        return checking().assessed(demanded).checked(true, NOW);
    }

    static Change approvedByReviewers(Requirements demanded) {
        return inReview(demanded).reviewed(Ruling.APPROVED, NOW, ONE_DAY);
    }

    static Change awaitingSignOff(Requirements demanded) {
        return approvedByReviewers(demanded);
    }

    static Change escalated() {
        return awaitingSignOff(WITH_LEADERS).signedOff(true, NOW);
    }

    static Change approved() {
        return approvedByReviewers(ONE_REVIEW);
    }

    static Change baking() {
        return approved().executed(LATER, LATER);
    }

    static Change awaitingOutcome() {
        return baking().baked(LATER.plus(Duration.ofHours(1)));
    }

    /** One of each status that has a revision, by the road that leads there. */
    static List<Change> everywhere() {
        return List.of(
                checking(),
                needsWork(),
                inReview(ONE_REVIEW),
                awaitingSignOff(WITH_DIRECTOR),
                escalated(),
                approved(),
                baking(),
                awaitingOutcome(),
                awaitingOutcome().concluded(Outcome.SUCCESSFUL, LATER),
                awaitingOutcome().concluded(Outcome.ROLLED_BACK, LATER),
                inReview(ONE_REVIEW).reviewed(Ruling.REJECTED, LATER, ONE_DAY),
                checking().withdrawn(LATER),
                approved().expired(LATER));
    }

    static List<Change> everywhereBut(Status... statuses) {
        return everywhere().stream()
                .filter(change -> !List.of(statuses).contains(change.status()))
                .toList();
    }
}
