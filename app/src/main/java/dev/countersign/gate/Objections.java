package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeDocument.Environment;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Duty;
import dev.countersign.changes.Hold;
import dev.countersign.changes.Reach;
import dev.countersign.changes.Status;
import dev.countersign.changes.Window;
import dev.countersign.compliance.CheckResult;
import dev.countersign.compliance.CheckRun;
import dev.countersign.compliance.CheckValue;
import dev.countersign.moments.LengthWords;
import dev.countersign.refusals.Words;
import dev.countersign.reviews.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The rules by which a change does not let something through. Nothing is believed because the change's status says
 * so: what the status stands for is counted again from the verdicts themselves.
 */
final class Objections {

    /** The one reason that goes away by itself. */
    static final Denial NOT_YET = Denial.WINDOW_NOT_OPEN;

    private static final String NEW_CHANGE = "Write a new change for it; this one can't be approved again.";
    private static final String ANOTHER_TEXT =
            "Hand in another text of it, or a new change, and have others approve that.";

    private final Question question;
    private final Standing standing;
    private final Instant now;
    private final List<Reason> reasons = new ArrayList<>();

    private Objections(Question question, Standing standing, Instant now) {
        this.question = question;
        this.standing = standing;
        this.now = now;
    }

    /** Every reason against it; none means that it may go. */
    static List<Reason> against(Question question, Standing standing, Instant now) {
        Objections objections = new Objections(question, standing, now);
        objections.target();
        objections.status();
        standing.held().map(Objections::held).ifPresent(objections.reasons::add);
        objections.commits();
        objections.verdicts();
        objections.leaders();
        objections.approvals();
        objections.checks();
        objections.key();
        objections.window();
        return List.copyOf(objections.reasons);
    }

    private void target() {
        var document = standing.document();
        demand(
                question.isNamedIn(document),
                Denial.NOT_IN_CURRENT_REVISION,
                question.what(),
                "revision %d no longer names it".formatted(revision()),
                "Deploy what the current revision names, or write a new change.");
        demand(
                document.systems().contains(question.system()),
                Denial.OTHER_SYSTEM,
                "a change for system '%s'".formatted(question.system()),
                "it is for %s".formatted(String.join(", ", document.systems())),
                "Deploy to a system that the change names, or write a change for this one.");
        demand(
                document.environment() == question.environment(),
                Denial.OTHER_ENVIRONMENT,
                "a change for %s".formatted(Question.word(question.environment())),
                "it is for %s".formatted(Question.word(document.environment())),
                "Deploy to the environment that the change names, or write a change for this one.");
        demand(
                standing.reach().keys().containsAll(document.systems()),
                Denial.UNREGISTERED_SYSTEM,
                "systems of the registry only",
                "unknown: %s".formatted(unknownSystems()),
                "Have a system owner register it, or write a change without it.");
        demand(
                !blocks(Reach.REPOSITORY_CHECK)
                        || !document.systems().contains(question.system())
                        || standing.reach().built().contains(question.system()),
                Denial.REPOSITORY_OF_ANOTHER_SYSTEM,
                "a repository that system '%s' is built from".formatted(question.system()),
                standing.reach().origin(document.repository()),
                "Write a change of the system that is built from it, or have a system owner enter it in the registry.");
        environment();
    }

    /** Only where the registry knows the system: that it does is asked already. */
    private void environment() {
        Environment stated = standing.document().environment();
        standing.reach()
                .find(question.system())
                .filter(system -> standing.document().systems().contains(system.key()))
                .ifPresent(
                        system -> demand(
                                !blocks(Reach.ENVIRONMENT_CHECK) || system.runsIn(stated.registered()),
                                Denial.ENVIRONMENT_OF_NO_SYSTEM,
                                "an environment in which system '%s' runs: %s".formatted(system.key(), system.places()),
                                Question.word(stated),
                                "Write a change for where it runs, or have a system owner enter the environment in the registry."));
    }

    private void status() {
        Change change = standing.change();
        demand(
                change.status() == Status.APPROVED,
                Denial.NOT_APPROVED,
                "an approved change",
                "%s is %s".formatted(change.id(), change.status().label().toLowerCase(Locale.ROOT)),
                wayOut(change.status()));
    }

    /** Whatever else is in order. */
    static Reason held(Hold hold) {
        return Denial.HELD.because(
                "a change that nobody holds",
                Words.of("%s has held it since %s: %s", hold.by(), hold.at(), hold.reason()),
                "On the change's page, an author and somebody who did not write it must both agree to lift the hold.");
    }

    private void commits() {
        demand(
                !standing.demandsCommitAuthors() || !standing.hidesAuthors(),
                Denial.COMMIT_AUTHORS_UNKNOWN,
                "a word on who is behind each commit of revision %d".formatted(revision()),
                Note.ofHidden(standing),
                "Have the pipeline report who wrote it; whoever is unknown logs in once with that address"
                        + " verified, or gets their account at the forge noted in Keycloak. Then ask again.");
    }

    private void verdicts() {
        int demanded = Math.max(1, standing.demanded().reviews());
        long given = standing.independent(Duty.REVIEWER);
        demand(
                given >= demanded,
                Denial.REVIEWS_MISSING,
                "%d approving reviewers of revision %d, none an author".formatted(demanded, revision()),
                "%d".formatted(given),
                anotherTextOr("Wait for the reviewers."));
        demand(
                given >= demanded || standing.editedSince().isEmpty(),
                Denial.CONTENT_CHANGED,
                "the content that was approved",
                "revision %d edits %s"
                        .formatted(revision(), String.join(", ", DocumentField.labels(standing.editedSince()))),
                "Wait until it is approved as it is now, or have its author undo that.");
        standing.approvals()
                .forEach(verdict -> verdict.voices()
                        .filter(standing::isAuthor)
                        .forEach(author -> object(
                                Denial.APPROVED_BY_AUTHOR,
                                "approvals by people who did not write it",
                                Words.of("%s approved and %s %s", speaker(verdict), author, standing.wrote(author)),
                                ANOTHER_TEXT)));
        standing.bound()
                .filter(verdict -> verdict.approves() && !verdict.proven())
                .forEach(verdict -> object(
                        Denial.VERDICT_UNPROVEN,
                        "approvals that the history tells of, each with the log-in or signature it took",
                        Words.of("nothing proves that %s approved", speaker(verdict)),
                        "Tell whoever runs the database: somebody may have written it there. " + ANOTHER_TEXT));
        standing.bound()
                .filter(verdict -> verdict.counts() && !verdict.approves())
                .forEach(verdict -> object(
                        Denial.VERDICT_AGAINST,
                        "no verdict against revision %d".formatted(revision()),
                        Words.of("%s %s", speaker(verdict), verdict.answer().pastTense()),
                        "Amend the change as they asked, or write a new one."));
    }

    /** A VP who approved an escalation stands in for a director who was silent. */
    private void leaders() {
        boolean vp = standing.independent(Duty.VP) > 0;
        boolean director = standing.independent(Duty.DIRECTOR) > 0 || vp;
        demand(
                director || !standing.demanded().directorSignOff(),
                Denial.SIGN_OFF_MISSING,
                "the director's sign-off of revision %d".formatted(revision()),
                "none",
                anotherTextOr("Wait for the director."));
        demand(
                vp || !standing.demanded().vpApproval(),
                Denial.VP_APPROVAL_MISSING,
                "the VP's approval of revision %d".formatted(revision()),
                "none",
                anotherTextOr("Wait for the VP."));
    }

    private void approvals() {
        standing.approvals()
                .filter(approval -> standing.runsOut(approval)
                        .filter(end -> !now.isBefore(end))
                        .isPresent())
                .forEach(approval -> object(
                        Denial.APPROVAL_EXPIRED,
                        "approvals of the last %s"
                                .formatted(LengthWords.of(
                                        Duration.ofHours(standing.demanded().approvalHours()))),
                        Words.of("%s approved at %s", speaker(approval), approval.at()),
                        ANOTHER_TEXT));
    }

    /** No answer of the checks is no yes; and the policy may have become stricter about them since they ran. */
    private void checks() {
        demand(
                standing.checked().filter(run -> !run.results().isEmpty()).isPresent(),
                Denial.CHECKS_MISSING,
                "the checks' answers on revision %d".formatted(revision()),
                "none",
                anotherTextOr("Wait for the checks, a few seconds."));
        standing.checked().map(CheckRun::red).stream()
                .flatMap(List::stream)
                .filter(result -> result.value() == CheckValue.ERROR || blocks(result.check()))
                .filter(result -> !isAskedAnew(result))
                .forEach(result -> object(
                        Denial.CHECK_BLOCKS,
                        "check %s satisfied on revision %d".formatted(result.check(), revision()),
                        result.value().label().toLowerCase(Locale.ROOT),
                        "Amend the change as the check asks, or write a new one."));
    }

    private boolean blocks(String check) {
        return standing.demanded().blockingChecks().include(check);
    }

    /** What registry and policy say now counts, not what they said then. */
    private static boolean isAskedAnew(CheckResult result) {
        return List.of(Reach.REPOSITORY_CHECK, Reach.ENVIRONMENT_CHECK, Window.LENGTH_CHECK)
                        .contains(result.check())
                && result.value() != CheckValue.ERROR;
    }

    private void key() {
        demand(
                !standing.demanded().secondKey()
                        || standing.keyUntil().filter(now::isBefore).isPresent(),
                Denial.SECOND_KEY_MISSING,
                "a second key for revision %d, turned and still holding".formatted(revision()),
                "none",
                "Have a reviewer, director or VP who is none of its authors turn it on the change's page.");
    }

    private void window() {
        Instant start = standing.document().windowStart();
        Instant end = standing.document().windowEnd();
        if (start == null || end == null) {
            object(Denial.WINDOW_MISSING, "a window", "none", "Write a new change with a window.");
            return;
        }
        Duration most = Duration.ofHours(standing.demanded().windowHours());
        Duration length = Duration.between(start, end);
        demand(
                most.isZero() || !blocks(Window.LENGTH_CHECK) || length.compareTo(most) <= 0,
                Denial.WINDOW_TOO_LONG,
                "a window of %s at most".formatted(LengthWords.of(most)),
                LengthWords.of(length),
                ANOTHER_TEXT);
        String window = "between %s and %s".formatted(start, end);
        demand(!now.isBefore(start), NOT_YET, window, "it is %s".formatted(now), "Ask again then.");
        demand(now.isBefore(end), Denial.WINDOW_CLOSED, window, "it is %s".formatted(now), NEW_CHANGE);
    }

    private void demand(boolean holds, Denial denial, String expected, String actual, String wayOut) {
        if (!holds) {
            object(denial, expected, actual, wayOut);
        }
    }

    private void object(Denial denial, String expected, String actual, String wayOut) {
        object(denial, expected, Words.said(actual), wayOut);
    }

    private void object(Denial denial, String expected, Words actual, String wayOut) {
        reasons.add(denial.because(expected, actual, wayOut));
    }

    private static Words speaker(Verdict verdict) {
        return verdict.onBehalfOf()
                .map(absent -> Words.of("%s for %s", verdict.person(), absent))
                .orElseGet(() -> Words.of("%s", verdict.person()));
    }

    /** Waiting is of no use once it is approved. */
    private String anotherTextOr(String waiting) {
        return standing.change().status() == Status.APPROVED ? ANOTHER_TEXT : waiting;
    }

    private int revision() {
        return standing.change().revision().number();
    }

    private String unknownSystems() {
        return String.join(
                ", ",
                standing.document().systems().stream()
                        .filter(system -> !standing.reach().keys().contains(system))
                        .toList());
    }

    private static String wayOut(Status status) {
        return switch (status) {
            case DRAFT -> "Its author must submit it.";
            case CHECKING -> "Wait for the checks, a few seconds.";
            case NEEDS_WORK -> "Its author must amend it.";
            case IN_REVIEW -> "Wait for the reviewers.";
            case SIGN_OFF -> "Wait for the director.";
            case ESCALATED -> "Wait for the VP.";
            case APPROVED, BAKING, OUTCOME, CLOSED -> "It was executed already; write a new change to deploy again.";
            case REJECTED, WITHDRAWN, EXPIRED, ROLLED_BACK -> NEW_CHANGE;
        };
    }
}
