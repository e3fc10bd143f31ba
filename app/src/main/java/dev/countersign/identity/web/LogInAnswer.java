package dev.countersign.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Goes on with answers to log-ins that need or know nothing any more: of another tab while somebody is logged in here
 * already, after the browser's way back, or of a session that was lost on the way.
 */
@Component
class LogInAnswer extends OncePerRequestFilter implements AuthenticationFailureHandler {

    private static final String ADDRESS = "/login/oauth2/code/" + IdentityProvider.NAME;
    private static final String UNKNOWN = "authorization_request_not_found";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PageRequest.path(request).equals(ADDRESS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Acting.now().isPresent()) {
            response.sendRedirect(
                    request.getContextPath() + Destination.answered(request).page());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** One more try costs nobody a password; a second failure is told. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        Destination wanted = Destination.answered(request);
        boolean unknown = failure instanceof OAuth2AuthenticationException answer
                && answer.getError().getErrorCode().equals(UNKNOWN);
        if (unknown && !wanted.again()) {
            response.sendRedirect(request.getContextPath() + wanted.onceMore().address());
        } else {
            RefusedLogIn.show(request, response, failure);
        }
    }
}
