package dev.countersign.identity;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Under which names the house may be asked: that of its address, those that are configured, and on the machine itself its own. */
@Component
public class KnownHosts {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1", "::1");

    private final HouseAddress house;
    private final IdentitySettings settings;

    KnownHosts(HouseAddress house, IdentitySettings settings) {
        this.house = house;
        this.settings = settings;
    }

    /** Whether a request may name this host; `onLoopback` if it came in on this machine's own interface. */
    public boolean isOurs(String host, boolean onLoopback) {
        var name = host.toLowerCase(Locale.ROOT);
        return (onLoopback && isLoopback(name))
                || Stream.concat(house.told().map(URI::getHost).stream(), settings.hosts().stream())
                        .anyMatch(name::equalsIgnoreCase);
    }

    /** Whether this is a name that only ever means the machine itself. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }
}
