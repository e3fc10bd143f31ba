package dev.countersign.compliance;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeDocument.AiInvolvement;
import dev.countersign.changes.ChangeDocument.AiSource;
import java.time.LocalDate;
import java.util.List;

/** A tool that was fed an outdated page repeats it with confidence; so its sources are named and young. */
final class FreshAiSources implements Check {

    @Override
    public String id() {
        return "fresh-ai-sources";
    }

    @Override
    public String title() {
        return "The AI tool and its sources are named, none older than %d days".formatted(Submission.FRESH_DAYS);
    }

    @Override
    public String fixHint() {
        return "Name the tool and each source it was given with the day it was last updated; have an old source"
                + " confirmed or updated first, or do the work without it.";
    }

    @Override
    public Finding examine(Submission submission) {
        ChangeDocument document = submission.document();
        if (document.aiInvolvement() == AiInvolvement.NONE) {
            return Finding.notApplicable("aiInvolvement", "named sources if AI was involved", "no AI involvement");
        }
        List<AiSource> sources = document.aiSources();
        Finding.Collector seen = new Finding.Collector()
                .see(Wording.says(document.aiTool()), "aiTool", "the tool by name", Wording.quote(document.aiTool()))
                .see(!sources.isEmpty(), "aiSources", "at least one source", sources.size() + " named");
        for (int row = 0; row < sources.size(); row++) {
            see(submission, sources.get(row), "aiSources[%d]".formatted(row), seen);
        }
        return seen.finding();
    }

    private static void see(Submission submission, AiSource source, String field, Finding.Collector seen) {
        LocalDate updated = source.updatedOn();
        String name = source.name() == null ? "" : source.name();
        seen.see(Wording.says(name), field + ".name", "the source by name", Wording.quote(name));
        seen.see(
                updated != null && submission.isFresh(updated),
                field + ".updatedOn",
                "updated at most %d days ago".formatted(Submission.FRESH_DAYS),
                updated == null ? "no day given" : submission.aged(updated));
    }
}
