package dev.countersign.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a page run the scripts that our own template names and nothing else. Forms may end at the identity provider,
 * because a form sent after the session ended is answered by a redirect to its log-in.
 */
class ContentSecurityPolicy extends OncePerRequestFilter {

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'nonce-%s'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self' %s",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private final SecureRandom random = new SecureRandom();
    private final String identityProvider;

    ContentSecurityPolicy(ClientRegistration keycloak) {
        var address = URI.create(keycloak.getProviderDetails().getAuthorizationUri());
        this.identityProvider = address.getScheme() + "://" + address.getRawAuthority();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var nonce = nonce();
        request.setAttribute("cspNonce", nonce);
        response.setHeader("Content-Security-Policy", POLICY.formatted(nonce, identityProvider));
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private String nonce() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
