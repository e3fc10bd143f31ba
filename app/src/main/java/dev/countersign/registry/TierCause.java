package dev.countersign.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What made a system enter or leave Tier-1. */
enum TierCause {
    FACTS("its facts changed"),
    INCIDENT("an incident was confirmed or corrected"),
    OVERRIDE("two people overrode its tier"),
    TIME("time passed"),
    RULE("the rule, or who holds the office of VP, changed");

    private final String words;

    TierCause(String words) {
        this.words = words;
    }

    static TierCause of(ProposalKind kind) {
        return switch (kind) {
            case CATALOGUE -> FACTS;
            case INCIDENT -> INCIDENT;
            case TIER_OVERRIDE -> OVERRIDE;
        };
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String words() {
        return words;
    }
}
