package dev.countersign.identity.web;

import dev.countersign.identity.SecurityEvent.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Turns programs without a valid token, or without the role, away with a problem detail. */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Mishap NOT_ALLOWED = Mishap.of(
            403,
            "identity.not-allowed",
            "The token's account has no role that allows this.",
            "Use an account that has the role; the API description names it.");

    private static final Mishap KEYS_UNKNOWN = Mishap.of(
            503,
            "identity.keys-unknown",
            "The token can't be verified: the identity provider doesn't tell its keys.",
            "Ask again in a minute; nothing may be done with this token meanwhile.");

    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final Problems problems;
    private final SecurityLog log;
    private final RateLimits limits;

    ApiRefusals(Problems problems, SecurityLog log, RateLimits limits) {
        this.problems = problems;
        this.log = log;
        this.limits = limits;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        if (!limits.letsStranger(request, response)) {
            return;
        }
        if (nobody instanceof AuthenticationServiceException) {
            log.write(Kind.BAD_TOKEN, "", "identity.keys-unknown");
            problems.write(KEYS_UNKNOWN, request, response);
            return;
        }
        log.write(
                nobody instanceof OAuth2AuthenticationException ? Kind.BAD_TOKEN : Kind.ACCESS_REFUSED,
                "",
                "identity.not-logged-in");
        challenge.commence(request, response, nobody);
        problems.write(said(nobody), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        log.write(Kind.ACCESS_REFUSED, "identity.not-allowed");
        problems.write(NOT_ALLOWED, request, response);
    }

    private static Mishap said(AuthenticationException nobody) {
        return nobody instanceof UnreadableClaim claim
                ? Mishap.of(401, "identity.claim-unreadable", claim.sentence(), claim.wayOut())
                : Mishap.of(401);
    }
}
