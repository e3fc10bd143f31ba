package dev.countersign.identity;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the house relies on what it heard about somebody.
 *
 * @param checkWithin how old the identity provider's last word may be when somebody changes something
 * @param stepUpWithin how old the log-in may be by which somebody decides as a leader
 * @param stepUpAcr how they have to log in for it, in the provider's words; empty if any interactive way will do
 * @param passkeyLostAfter how long a passkey still counts after its owner reported it lost with a log-in alone
 * @param limits how often somebody may ask
 * @param hosts further names under which the house may be asked, beside that of its address
 */
@ConfigurationProperties("countersign.identity")
public record IdentitySettings(
        @DefaultValue("5s") Duration checkWithin,
        @DefaultValue("5m") Duration stepUpWithin,
        @DefaultValue("") String stepUpAcr,
        @DefaultValue("24h") Duration passkeyLostAfter,
        @DefaultValue Limits limits,
        @DefaultValue List<String> hosts) {

    public IdentitySettings {
        hosts = List.copyOf(hosts);
    }
}
