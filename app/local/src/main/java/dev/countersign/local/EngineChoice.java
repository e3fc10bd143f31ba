package dev.countersign.local;

import dev.countersign.refusals.Refusal;
import java.net.URI;

/** Which Camunda a local stack runs on, as `countersign.local.engine` says it. */
sealed interface EngineChoice {

    /** One that the stack starts itself. */
    enum Own implements EngineChoice {
        /** The distribution; it finds its processes again after a restart. */
        BROKER,
        /** The test engine: it keeps nothing, so after a restart PostgreSQL brings its processes back. */
        MEMORY
    }

    /** One that somebody else runs. */
    record At(URI gateway) implements EngineChoice {}

    /** @param text `broker`, `memory` or the address of a gateway */
    static EngineChoice of(String text) {
        return switch (text.strip()) {
            case "broker" -> Own.BROKER;
            case "memory" -> Own.MEMORY;
            default -> at(text.strip());
        };
    }

    private static EngineChoice at(String text) {
        if (!text.matches("https?://[\\w.-]+(:\\d{1,5})?/?") || !isReachable(URI.create(text))) {
            throw Refusal.invalid(
                    "local.engine",
                    "Expected to run on engine '" + text + "', but it is neither broker, nor memory, nor an address.",
                    "Give --countersign.local.engine=<broker|memory|http://<host>:<port> of a gateway>.");
        }
        return new At(URI.create(text));
    }

    /** A host's name has no underscore, and ports end somewhere. */
    private static boolean isReachable(URI address) {
        return address.getHost() != null && address.getPort() <= Ports.HIGHEST;
    }

    /** The ports that have to be free for it; the others become any. */
    default Ports listening(Ports wanted) {
        return switch (this) {
            case Own.BROKER -> wanted;
            case Own.MEMORY -> wanted.withoutCluster();
            case At _ -> wanted.withoutEngine();
        };
    }

    default Engine on(Site site) {
        return switch (this) {
            case Own.BROKER -> new Broker(site);
            case Own.MEMORY -> new MemoryEngine(site);
            case At(URI gateway) -> new OtherEngine(site, gateway);
        };
    }
}
