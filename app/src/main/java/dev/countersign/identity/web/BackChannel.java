package dev.countersign.identity.web;

import dev.countersign.identity.LogIns;
import dev.countersign.identity.LogOut;
import dev.countersign.identity.SecurityEvent.Kind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions at the identity provider's word, at whichever node it arrives. Spring Security has checked signature,
 * issuer, audience and end of the token; here it has to be short-lived and new.
 */
@Component
class BackChannel implements LogoutHandler {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final LogIns logIns;
    private final SecurityLog log;

    BackChannel(LogIns logIns, SecurityLog log) {
        this.logIns = logIns;
        this.log = log;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication said) {
        boolean heard = said != null
                && said.getPrincipal() instanceof OidcLogoutToken token
                && read(token).filter(logIns::end).isPresent();
        log.write(
                heard ? Kind.LOG_OUT : Kind.BAD_TOKEN,
                said == null ? "" : said.getName(),
                "by the identity provider's word");
        if (!heard) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** What it says; empty if it has no end or lives too long to be remembered. */
    static Optional<LogOut> read(OidcLogoutToken token) {
        var ends = token.getClaimAsInstant(IdTokenClaimNames.EXP);
        var issued = token.getClaimAsInstant(IdTokenClaimNames.IAT);
        return ends == null || issued == null || ends.isAfter(issued.plus(LONGEST))
                ? Optional.empty()
                : Optional.of(new LogOut(
                        token.getId(),
                        ends,
                        Optional.ofNullable(token.getSessionId()),
                        Optional.ofNullable(token.getSubject())));
    }

    /** A signed token that says nothing of a log-out is refused as every other one, and no failure of ours. */
    static final class Door extends OncePerRequestFilter {

        private final SecurityLog log;

        Door(SecurityLog log) {
            this.log = log;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                chain.doFilter(request, response);
            } catch (AuthenticationServiceException unread) {
                if (!(unread.getCause() instanceof IllegalArgumentException)) {
                    throw unread;
                }
                log.write(Kind.BAD_TOKEN, "", "by the identity provider's word");
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            }
        }
    }

    /**
     * Spring Security would keep each log-in under the id that its session had before. {@link LoggedIn} keeps it under
     * the one that it has afterwards, so nothing is kept here.
     */
    static final class NoRegistry implements OidcSessionRegistry {

        @Override
        public void saveSessionInformation(OidcSessionInformation info) {}

        @Override
        public @Nullable OidcSessionInformation removeSessionInformation(String clientSessionId) {
            return null;
        }

        @Override
        public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken logoutToken) {
            return List.of();
        }
    }
}
