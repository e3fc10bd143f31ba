package dev.countersign.reviews.web;

import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed for a thread and what was wrong with it; the page puts the reader there.
 *
 * @param thread the one it is for; 0 for a new one
 * @param problem why it was not kept; null if nobody tried, or it was
 */
record Typed(int thread, String text, @Nullable Refusal problem) {

    static Typed nothing(int thread) {
        return new Typed(thread, "", null);
    }

    static Typed salvaged(int thread, Salvaged salvaged) {
        return new Typed(
                thread, Objects.requireNonNullElse(salvaged.parameters().getFirst("text"), ""), null);
    }

    /** With what the writer can put right; what they may not do at all is a page of its own. */
    static Typed refused(int thread, String text, Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID, CONFLICT -> new Typed(thread, text, refusal);
            case FORBIDDEN, NOT_FOUND -> throw refusal;
        };
    }
}
