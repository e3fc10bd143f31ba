package dev.countersign.gate;

import dev.countersign.refusals.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Whatever the gate says no for, or finds wrong with a deployment that is reported: the stable code that pipelines know,
 * and the words that people read for it.
 */
public enum Denial {
    ALLOW_RUN_OUT("gate.allow-run-out", "The gate’s yes had run out."),
    ANOTHER_CHANGE("gate.another-change", "The gate said yes to another change."),
    APPROVAL_EXPIRED("gate.approval-expired", "An approval has grown too old."),
    APPROVED_BY_AUTHOR("gate.approved-by-author", "Somebody approved who turned out to be an author."),
    BROKEN("gate.broken", "The gate itself failed."),
    CHANGE_MOVED("gate.change-moved", "The change moved while the gate was judging it."),
    CHECK_BLOCKS("gate.check-blocks", "A check that the policy demands is not satisfied."),
    CHECKS_MISSING("gate.checks-missing", "The checks have not answered on this revision."),
    COMMIT_AUTHORS_UNKNOWN("gate.commit-authors-unknown", "Who is behind a commit is unknown."),
    CONTENT_CHANGED("gate.content-changed", "The change says something else than what was approved."),
    DENIED_BEFORE("gate.denied-before", "The gate had said no."),
    ENVIRONMENT_OF_NO_SYSTEM("gate.environment-of-no-system", "The system does not run in that environment."),
    HELD("gate.held", "Somebody holds the change."),
    INVALID("gate.invalid-", "That part of the question can’t be used."),
    NEVER_ASKED("gate.never-asked", "Nobody had asked the gate."),
    NO_CHANGE("gate.no-change", "No change names what is to be deployed."),
    NOT_APPROVED("gate.not-approved", "The change is not approved."),
    NOT_IN_CURRENT_REVISION(
            "gate.not-in-current-revision", "The current revision does not name what is to be deployed."),
    OTHER_ENVIRONMENT("gate.other-environment", "The change is for another environment."),
    OTHER_SYSTEM("gate.other-system", "The change is for another system."),
    REPOSITORY_OF_ANOTHER_SYSTEM("gate.repository-of-another-system", "The repository does not build that system."),
    REVIEWS_MISSING("gate.reviews-missing", "Approving reviewers are missing."),
    SECOND_KEY_MISSING("gate.second-key-missing", "The second key is not turned, or has run out."),
    SIGN_OFF_MISSING("gate.sign-off-missing", "The director’s sign-off is missing."),
    TOO_MANY_QUESTIONS("gate.too-many-questions", "The account asked more than a minute allows."),
    UNAVAILABLE("gate.unavailable", "The database gives no answer, or saves nothing."),
    UNCLEAR_QUESTION("gate.unclear-question", "The question as a whole can’t be answered."),
    UNKNOWN_CHANGE("gate.unknown-change", "No change has the number that was reported."),
    UNKNOWN_SYSTEM("gate.unknown-system", "The registry does not know the system that was reported."),
    UNREGISTERED_SYSTEM("gate.unregistered-system", "The registry does not know a system of the change."),
    VERDICT_AGAINST("gate.verdict-against", "Somebody decided against this revision."),
    VERDICT_UNPROVEN("gate.verdict-unproven", "Nothing on the record proves an approval."),
    VP_APPROVAL_MISSING("gate.vp-approval-missing", "The VP’s approval is missing."),
    WINDOW_CLOSED("gate.window-closed", "The window has closed."),
    WINDOW_MISSING("gate.window-missing", "The change has no window."),
    WINDOW_NOT_OPEN("gate.window-not-open", "The window has not opened yet."),
    WINDOW_TOO_LONG("gate.window-too-long", "The window is longer than the policy allows.");

    private final String code;
    private final String words;

    Denial(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public Reason because(String expected, String actual, String wayOut) {
        return because(expected, Words.said(actual), wayOut);
    }

    Reason because(String expected, Words actual, String wayOut) {
        return new Reason(code, expected, actual, wayOut);
    }

    /** A sentence; a code that no release knows any more speaks for itself. */
    static String words(String code) {
        return Arrays.stream(values())
                .filter(denial -> denial == INVALID ? code.startsWith(INVALID.code) : denial.code.equals(code))
                .map(denial -> denial.words)
                .findFirst()
                .orElse(code);
    }

    /** "the window has closed; approving reviewers are missing". */
    static String list(List<String> codes) {
        return codes.stream().map(Denial::clause).distinct().collect(Collectors.joining("; "));
    }

    private static String clause(String code) {
        String words = words(code);
        return words.endsWith(".")
                ? words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1, words.length() - 1)
                : words;
    }
}
