package dev.countersign.identity;

import java.net.URI;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Under which address people reach the house. Passkeys are bound to it, so it is told (`countersign.identity.address`)
 * and never taken from a request, which somebody in between could have sent.
 */
@Component
class HouseAddress {

    private static final String PROPERTY = "countersign.identity.address";

    private final Environment environment;

    HouseAddress(Environment environment) {
        this.environment = environment;
    }

    /** Read anew each time: on a local stack the port is known only when the server stands. */
    Optional<URI> told() {
        return Optional.ofNullable(environment.getProperty(PROPERTY))
                .filter(address -> !address.isBlank())
                .map(URI::create);
    }
}
