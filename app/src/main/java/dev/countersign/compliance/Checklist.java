package dev.countersign.compliance;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checks in the order people read them, and how each is made to give an answer. */
final class Checklist {

    static final Checklist ALL = new Checklist(List.of(
            new RegisteredSystems(),
            new RegisteredRepository(),
            new RegisteredEnvironment(),
            new ExactArtifact(),
            new ValidatedSteps(),
            new WavesBeyondOneZone(),
            new RestorableData(),
            new RehearsedRollback(),
            new NamedAlarms(),
            new SufficientBakeTime(),
            new WindowAhead(),
            new BoundedWindow(),
            new FreshAiSources()));

    private static final Logger log = LoggerFactory.getLogger(Checklist.class);

    private static final String BROKEN =
            "The check itself broke. Look whether a field it reads is empty; if not, tell whoever runs Countersign.";

    private final List<Check> checks;

    Checklist(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    List<Check> checks() {
        return checks;
    }

    List<CheckResult> run(Submission submission) {
        return checks.stream().map(check -> run(check, submission)).toList();
    }

    /** A check that breaks has not said yes: its answer is ERROR, and that blocks. */
    private static CheckResult run(Check check, Submission submission) {
        try {
            Finding finding = check.examine(submission);
            return result(check, submission, finding, finding.value().red() ? check.fixHint() : "");
        } catch (RuntimeException defect) {
            log.error("Expected check '{}' to give an answer, but it broke.", check.id(), defect);
            Finding finding =
                    new Finding(CheckValue.ERROR, List.of(new Evidence("", "an answer", String.valueOf(defect))));
            return result(check, submission, finding, BROKEN);
        }
    }

    private static CheckResult result(Check check, Submission submission, Finding finding, String hint) {
        boolean required = submission.requirements().blockingChecks().include(check.id());
        return new CheckResult(
                check.id(), check.version(), check.title(), finding.value(), finding.evidence(), required, hint);
    }
}
