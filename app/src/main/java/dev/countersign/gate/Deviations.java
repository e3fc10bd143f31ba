package dev.countersign.gate;

import dev.countersign.refusals.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wrong with a deployment that is reported. It is judged by the gate's own rules as of the moment of the
 * deployment, and by whether the gate was asked; a report itself never makes anything right.
 */
final class Deviations {

    /** What the pipeline did wrong while the change itself was in order. */
    private static final Set<Denial> OF_THE_PIPELINE =
            EnumSet.of(Denial.NEVER_ASKED, Denial.DENIED_BEFORE, Denial.ALLOW_RUN_OUT, Denial.UNKNOWN_SYSTEM);

    private static final String EXPLAIN = "The case says who explains it, and how it ends.";

    private Deviations() {}

    /** Every one; none means that the gate let exactly this through, and nobody stopped it since. */
    static List<Reason> of(Deployed deployed) {
        List<Reason> found = new ArrayList<>(statements(deployed));
        if (deployed.allowed().isPresent()) {
            deployed.holds().stream().map(Objections::held).forEach(found::add);
        } else {
            found.addAll(withoutAllow(deployed));
        }
        return List.copyOf(found);
    }

    /** Whether the change was in order all the same, so that it may be watched as one that was executed. */
    static boolean spareTheChange(List<Reason> deviations) {
        Set<String> codes = OF_THE_PIPELINE.stream().map(Denial::code).collect(Collectors.toSet());
        return deviations.stream().map(Reason::code).allMatch(codes::contains);
    }

    private static List<Reason> statements(Deployed deployed) {
        List<Reason> wrong = new ArrayList<>();
        if (!deployed.stated()) {
            wrong.add(Denial.UNKNOWN_CHANGE.because(
                    "the number of a change", deployed.report().change(), EXPLAIN));
        }
        if (deployed.namesAnother()) {
            wrong.add(Denial.ANOTHER_CHANGE.because(
                    "a deployment of %s".formatted(deployed.report().change()),
                    deployed.standing()
                            .map(one -> "the gate let it through for "
                                    + one.change().id())
                            .orElse("that change does not name it"),
                    EXPLAIN));
        }
        if (!deployed.registered()) {
            wrong.add(Denial.UNKNOWN_SYSTEM.because(
                    "the key of a system in the registry",
                    deployed.report().system(),
                    "Have a system owner register it, or mend the key in the pipeline."));
        }
        return wrong;
    }

    private static List<Reason> withoutAllow(Deployed deployed) {
        List<Reason> found = new ArrayList<>();
        if (deployed.report().source() == Report.Source.API) {
            found.add(unasked(deployed));
        }
        deployed.standing()
                .map(standing -> Objections.against(deployed.question(), standing, deployed.at()))
                .orElseGet(() -> List.of(Denial.NO_CHANGE.because(
                        "a change that names %s".formatted(deployed.question().what()), "no change names it", EXPLAIN)))
                .forEach(found::add);
        return found;
    }

    private static Reason unasked(Deployed deployed) {
        String expected = "an allow for %s, asked for before"
                .formatted(deployed.question().what());
        return deployed.last()
                .map(last -> last.allow()
                        ? Denial.ALLOW_RUN_OUT.because(
                                expected, Words.of("its last allow ended at %s", last.until()), EXPLAIN)
                        : Denial.DENIED_BEFORE.because(
                                expected,
                                Words.of("at %s it said no: %s", last.at(), Denial.list(last.codes())),
                                EXPLAIN))
                .orElseGet(() -> Denial.NEVER_ASKED.because(expected, "nobody asked", EXPLAIN));
    }
}
