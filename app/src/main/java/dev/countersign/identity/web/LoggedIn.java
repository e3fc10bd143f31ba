package dev.countersign.identity.web;

import dev.countersign.identity.LogIns;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Keeps which session at the identity provider a log-in came from, then shows the page that was asked for. */
@Component
class LoggedIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final LogIns logIns;

    LoggedIn(LogIns logIns, RequestCache pagesOnly) {
        this.logIns = logIns;
        setRequestCache(pagesOnly);
    }

    /** A log-in, or one more of a session that there is. */
    void keep(OidcUser user, HttpSession session) {
        String sid = Objects.requireNonNullElse(user.getClaimAsString("sid"), "");
        logIns.begin(session.getId(), sid, user.getName());
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof OidcUser user) {
            keep(user, request.getSession());
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
