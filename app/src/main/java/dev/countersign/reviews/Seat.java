package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeDocument.BlastRadius;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Duty;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Refusal;

/** An open task about a change, and the duty that whoever sits down takes. */
public record Seat(UserTask task, Change change, Duty duty) {

    static Seat of(UserTask task, Change change) {
        Duty duty = switch (task.element()) {
            case ChangePlan.REVIEW -> Duty.REVIEWER;
            case ChangePlan.SIGN_OFF -> Duty.DIRECTOR;
            case ChangePlan.ESCALATION -> Duty.VP;
            default ->
                throw Refusal.notFound("reviews.not-a-review")
                        .expectedTo("find a review in task %d of %s", task.id(), task.element())
                        .because("this task of %s is not a review", change.id())
                        .instead("Open %s instead.", change.id());
        };
        return new Seat(task, change, duty);
    }

    /** What a leader decides on, as it is signed: one revision in one seat, for themselves or for somebody away. */
    static String matter(String element, Verdict verdict) {
        return "%s of %s, revision %s%s"
                .formatted(
                        element,
                        verdict.change(),
                        verdict.hash(),
                        verdict.onBehalfOf().map(absent -> ", for " + absent).orElse(""));
    }

    /** What people call a task of the plan, after "the". */
    static String words(String element) {
        return switch (element) {
            case ChangePlan.REVIEW -> "review";
            case ChangePlan.SIGN_OFF -> "sign-off";
            case ChangePlan.ESCALATION -> "decision on the escalation";
            default ->
                throw new IllegalStateException(
                        "Expected to name a task for a decision, but '%s' is none.".formatted(element));
        };
    }

    /** The same for this one. */
    String words() {
        return words(task.element());
    }

    /** The role that the duty needs. */
    Role role() {
        return switch (duty) {
            case REVIEWER -> Role.REVIEWER;
            case DIRECTOR -> Role.DIRECTOR;
            case VP -> Role.VP;
            case AUTHOR, KEY_HOLDER ->
                throw new IllegalStateException("Expected a seat for a decision, but it is none.");
        };
    }

    /** Leaders show once more that it is them, and they neither ask for changes nor abstain. */
    boolean isALeaders() {
        return switch (duty) {
            case DIRECTOR, VP -> true;
            case REVIEWER, AUTHOR, KEY_HOLDER -> false;
        };
    }

    /** A reviewer of what reaches far imagines how it went wrong before they approve it. */
    public boolean asksForPreMortem() {
        ChangeDocument document = change.document();
        return duty == Duty.REVIEWER && (document.controlPlane() || document.blastRadius() == BlastRadius.GLOBAL);
    }

    /** Which of the parallel seats it is; 1 where there is only one. */
    int number() {
        return task.item().isEmpty() ? 1 : Integer.parseInt(task.item());
    }
}
