package dev.countersign.gate.web;

import dev.countersign.gate.Asked;
import dev.countersign.gate.Decision;
import dev.countersign.gate.Note;
import dev.countersign.gate.Question;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(description = "The gate's answer. Anything that is not status 200 with decision `allow` is a no.")
record DecisionAnswer(
        @Schema(allowableValues = {"allow", "deny"}) String decision,

        QuestionAnswer question,

        @Schema(description = "Everything that stands in the way; empty for an allow.")
        List<ReasonAnswer> reasons,

        @Schema(description = "Worth knowing beside the reasons; decides nothing.")
        List<Note> notes,

        @Schema(description = "The change that allows it, or the one that comes nearest.", example = "CHG-000042")
        @Nullable
        String change,

        Instant decidedAt,

        @Schema(description = "Deploy before this moment or ask again.")
        Instant validUntil) {

    static DecisionAnswer of(Question question, Decision decision) {
        return new DecisionAnswer(
                decision.word(),
                QuestionAnswer.of(Asked.of(question)),
                decision.reasons().stream().map(ReasonAnswer::of).toList(),
                decision.notes(),
                decision.change().map(change -> change.id().value()).orElse(null),
                decision.decidedAt(),
                decision.validUntil());
    }
}
