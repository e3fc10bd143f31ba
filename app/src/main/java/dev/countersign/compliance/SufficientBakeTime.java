package dev.countersign.compliance;

final class SufficientBakeTime implements Check {

    @Override
    public String id() {
        return "sufficient-bake-time";
    }

    @Override
    public String title() {
        return "It is watched after the release for as long as its tier demands";
    }

    @Override
    public String fixHint() {
        return "Raise the bake time to what the policy demands for the most critical system the change touches.";
    }

    @Override
    public Finding examine(Submission submission) {
        int demanded = submission.requirements().bakeMinutes();
        Integer planned = submission.document().bakeMinutes();
        return new Finding.Collector()
                .see(
                        planned != null && planned >= demanded,
                        "bakeMinutes",
                        "at least %d min".formatted(demanded),
                        planned == null ? "no bake time" : planned + " min")
                .finding();
    }
}
