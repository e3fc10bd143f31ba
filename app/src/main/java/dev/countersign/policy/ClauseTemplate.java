package dev.countersign.policy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Clauses that houses often want, to be added to a draft with one press; leaders decide on them like on any other. */
public enum ClauseTemplate {
    SENIOR_SIGN_OFF_FOR_AI(
            "ai-senior-sign-off",
            "What a machine helped to write is signed off by the director.",
            "Senior sign-off for AI-assisted changes",
            Map.of(Fact.AI_INVOLVEMENT, "assisted, generated", Fact.ENVIRONMENT, "production"),
            Map.of(Demand.REVIEWS, "1", Demand.DIRECTOR_SIGN_OFF, "true")),
    TWO_REVIEWS_AT_NIGHT(
            "night-two-reviews",
            "What goes out at night is reviewed by two people and goes with a second key.",
            "Two reviews and a second key at night",
            Map.of(Fact.HOUR, ">= 22, < 6", Fact.ENVIRONMENT, "production"),
            Map.of(Demand.REVIEWS, "2", Demand.SECOND_KEY, "true")),
    TWO_REVIEWS_IN_CONFLICT(
            "conflict-two-reviews",
            "What overlaps with another change of the same system is reviewed by two people.",
            "Two reviews for overlapping changes",
            Map.of(Fact.CONFLICT, "true", Fact.ENVIRONMENT, "production"),
            Map.of(Demand.REVIEWS, "2"));

    private final String words;
    private final TypedRule rule;

    ClauseTemplate(String id, String description, String words, Map<Fact, String> facts, Map<Demand, String> demands) {
        this.words = words;
        this.rule = new TypedRule(id, description, facts, demands);
    }

    public String words() {
        return words;
    }

    public TypedRule rule() {
        return rule;
    }

    public static Optional<ClauseTemplate> find(String id) {
        return Arrays.stream(values())
                .filter(template -> template.rule.id().equals(id))
                .findFirst();
    }
}
