package dev.countersign.identity.web;

import dev.countersign.identity.LogIns;
import dev.countersign.identity.LogIns.Origin;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.SecurityEvent.Kind;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Keeps which session at the identity provider a log-in came from, then shows the page that was asked for. */
@Component
class LoggedIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final LogIns logIns;
    private final RequestCache saved;

    private final SecurityLog log;

    LoggedIn(LogIns logIns, RequestCache pagesOnly, SecurityLog log) {
        this.logIns = logIns;
        this.log = log;
        this.saved = pagesOnly;
        setRequestCache(pagesOnly);
    }

    /** A log-in, or one more of a session that there is. */
    void keep(OidcUser user, HttpServletRequest request) {
        String sid = Objects.requireNonNullElse(user.getClaimAsString("sid"), "");
        var person = user instanceof PersonPrincipal known
                ? Optional.of(known.person().id())
                : Optional.<PersonId>empty();
        logIns.begin(
                request.getSession().getId(),
                new Origin(sid, user.getName(), person, BrowserName.of(request), request.getRemoteAddr()));
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof OidcUser user) {
            keep(user, request);
        }
        String who =
                Acting.in(authentication).map(person -> person.id().value()).orElseGet(authentication::getName);
        log.write(Kind.LOG_IN, who, "at the identity provider");
        Destination wanted = Destination.answered(request);
        if (wanted.isHome()) {
            super.onAuthenticationSuccess(request, response, authentication);
        } else {
            saved.removeRequest(request, response);
            clearAuthenticationAttributes(request);
            getRedirectStrategy().sendRedirect(request, response, wanted.page());
        }
    }
}
