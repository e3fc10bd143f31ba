package dev.countersign.gate.web;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Commit;
import dev.countersign.changes.Commits.Told;
import dev.countersign.changes.HiddenAuthors;
import dev.countersign.identity.PersonId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(description = "All that is known of the commit now.")
record CommitAnswer(
        String repository,
        String sha,

        @Schema(description = "The people of the house behind it, by their ids.", example = "[\"ada\"]")
        List<String> people,

        @Schema(description = "Those whom nobody knows here; the forge itself is none of them.")
        List<String> unknown,

        @Schema(
                description = "What the gate notes or denies because of it; null if all is known.",
                example = "the author of commit 4b825dc642cb is unknown")
        @Nullable
        String hidden,

        @Schema(description = "The changes on their way that name it.", example = "[\"CHG-000042\"]")
        List<String> changes) {

    static CommitAnswer of(Commit commit, Told told) {
        return new CommitAnswer(
                commit.repository(),
                commit.sha(),
                told.people().stream().map(PersonId::value).toList(),
                told.unknown(),
                told.hidden().map(HiddenAuthors::words).orElse(null),
                told.changes().stream().map(ChangeId::value).toList());
    }
}
