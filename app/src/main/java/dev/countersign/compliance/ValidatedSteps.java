package dev.countersign.compliance;

import dev.countersign.changes.ChangeDocument.Step;
import java.util.List;

final class ValidatedSteps implements Check {

    @Override
    public String id() {
        return "validated-steps";
    }

    @Override
    public String title() {
        return "Every step says how one sees that it worked";
    }

    @Override
    public String fixHint() {
        return "Write for each step what you look at to know that it worked.";
    }

    @Override
    public Finding examine(Submission submission) {
        List<Step> steps = submission.document().steps();
        Finding.Collector seen = new Finding.Collector();
        seen.see(
                !steps.isEmpty(), "steps", "at least one step", steps.isEmpty() ? "no steps" : steps.size() + " steps");
        for (int row = 0; row < steps.size(); row++) {
            String validation = steps.get(row).validation();
            seen.see(
                    Wording.says(validation),
                    "steps[%d].validation".formatted(row),
                    "how step %d is validated".formatted(row + 1),
                    Wording.quote(validation));
        }
        return seen.finding();
    }
}
