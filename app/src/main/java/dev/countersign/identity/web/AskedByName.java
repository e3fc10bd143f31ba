package dev.countersign.identity.web;

import dev.countersign.identity.KnownHosts;
import dev.countersign.identity.SecurityEvent.Kind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only under the house's own names: whoever points another name at it (a rebound address, a forged `Host`)
 * would get log-ins, links and answers that look like theirs. Probes ask by address, and health has no secret.
 */
class AskedByName extends OncePerRequestFilter {

    private static final int MISDIRECTED = 421;

    private final KnownHosts hosts;
    private final SecurityLog log;

    AskedByName(KnownHosts hosts, SecurityLog log) {
        this.hosts = hosts;
        this.log = log;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = PageRequest.path(request);
        return path.equals("/actuator/health") || path.startsWith("/actuator/health/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hosts.isOurs(request.getServerName(), isOnLoopback(request))) {
            chain.doFilter(request, response);
        } else {
            log.write(request, Kind.UNKNOWN_HOST, "", request.getServerName());
            response.sendError(MISDIRECTED);
        }
    }

    /** The address is one of this machine's, so no name is looked up. */
    private static boolean isOnLoopback(HttpServletRequest request) throws IOException {
        return InetAddress.getByName(request.getLocalAddr()).isLoopbackAddress();
    }
}
