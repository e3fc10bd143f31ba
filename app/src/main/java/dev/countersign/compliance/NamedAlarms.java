package dev.countersign.compliance;

import java.util.List;

final class NamedAlarms implements Check {

    @Override
    public String id() {
        return "named-alarms";
    }

    @Override
    public String title() {
        return "The alarms that would show trouble are named";
    }

    @Override
    public String fixHint() {
        return "Name each alarm that somebody watches while the change goes out, one per line.";
    }

    @Override
    public Finding examine(Submission submission) {
        List<String> alarms = Wording.lines(submission.document().alarms());
        return new Finding.Collector()
                .see(
                        !alarms.isEmpty(),
                        "alarms",
                        "at least one alarm by name",
                        Wording.quote(String.join(", ", alarms)))
                .finding();
    }
}
