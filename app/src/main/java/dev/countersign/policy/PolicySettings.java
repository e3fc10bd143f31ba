package dev.countersign.policy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a house may set about its policy.
 *
 * @param signOffWithin how long a director has before the VP is asked
 */
@ConfigurationProperties("countersign.policy")
public record PolicySettings(@DefaultValue("PT24H") Duration signOffWithin) {

    public PolicySettings {
        if (signOffWithin.isNegative() || signOffWithin.isZero()) {
            throw new IllegalArgumentException(
                    "Expected countersign.policy.sign-off-within to be a time such as PT24H, but it is '%s'."
                            .formatted(signOffWithin));
        }
    }
}
