package dev.countersign.reviews;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How free of each other those who write and those who decide must be, beyond being different people.
 *
 * @param reciprocal what is made of reviewers whose own change an author approved
 * @param reciprocalWithin for how long such an approval ties
 * @param subordinate what is made of those who decide on a change of their own director or VP
 * @param takeOverAfter how long a claim keeps others away
 * @param longestAbsence for how long somebody can be away, and others decide for them, at a time
 */
@ConfigurationProperties("countersign.reviews")
record ReviewsProperties(
        @DefaultValue("warn") TieRule reciprocal,
        @DefaultValue("14d") Duration reciprocalWithin,
        @DefaultValue("warn") TieRule subordinate,
        @DefaultValue("8h") Duration takeOverAfter,
        @DefaultValue("30d") Duration longestAbsence) {

    TieRule rule(Tie tie) {
        return switch (tie) {
            case RECIPROCAL -> reciprocal;
            case SUBORDINATE -> subordinate;
        };
    }
}
