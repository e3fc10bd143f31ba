package dev.countersign.compliance;

final class RestorableData implements Check {

    @Override
    public String id() {
        return "restorable-data";
    }

    @Override
    public String title() {
        return "A change of stored data has a proof that the data can be restored";
    }

    @Override
    public String fixHint() {
        return "Write when and how a restore of this data was last proven, with a link to the result.";
    }

    @Override
    public Finding examine(Submission submission) {
        if (!submission.document().dataMutation()) {
            return Finding.notApplicable("dataMutation", "a proof if stored data changes", "no stored data changes");
        }
        String proof = submission.document().restoreProof();
        return new Finding.Collector()
                .see(Wording.says(proof), "restoreProof", "a proof of restore", Wording.quote(proof))
                .finding();
    }
}
