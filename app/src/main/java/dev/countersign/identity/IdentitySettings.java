package dev.countersign.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the house relies on what it heard about somebody.
 *
 * @param checkWithin how old the identity provider's last word may be when somebody changes something
 */
@ConfigurationProperties("countersign.identity")
public record IdentitySettings(@DefaultValue("5s") Duration checkWithin) {}
