package dev.countersign.reviews;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How free of each other those who write and those who decide must be, and how long reviews may take.
 *
 * @param reciprocal what is made of reviewers whose own change an author approved
 * @param reciprocalWithin for how long such an approval ties
 * @param subordinate what is made of those who decide on a change of their own director or VP
 * @param takeOverAfter how long a claim keeps others away
 * @param longestAbsence for how long somebody can be away, and others decide for them, at a time
 * @param dueAfter how long the reviews of a change may take
 * @param directorAfter how long after that the director is called
 * @param vpAfter how long after that the VP is called
 */
@ConfigurationProperties("countersign.reviews")
record ReviewsProperties(
        @DefaultValue("warn") TieRule reciprocal,
        @DefaultValue("14d") Duration reciprocalWithin,
        @DefaultValue("warn") TieRule subordinate,
        @DefaultValue("8h") Duration takeOverAfter,
        @DefaultValue("30d") Duration longestAbsence,
        @DefaultValue("24h") Duration dueAfter,
        @DefaultValue("4h") Duration directorAfter,
        @DefaultValue("8h") Duration vpAfter) {

    /** A rule that makes no sense keeps the application from starting. */
    ReviewsProperties {
        new DueRule(dueAfter, directorAfter, vpAfter);
    }

    DueRule due() {
        return new DueRule(dueAfter, directorAfter, vpAfter);
    }

    TieRule rule(Tie tie) {
        return switch (tie) {
            case RECIPROCAL -> reciprocal;
            case SUBORDINATE -> subordinate;
        };
    }
}
