package dev.countersign.identity.web;

import dev.countersign.identity.IdentitySettings;
import dev.countersign.identity.SecurityEvent.Kind;
import dev.countersign.identity.web.Allowance.Answer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells whoever asks far too often to wait, each by their own count: one pipeline's haste is nobody else's. */
@Component
class RateLimits {

    /** For the page that says it: after how many seconds one may ask again. */
    static final String SECONDS = "countersign.wait";

    private static final int TOO_MANY = 429;

    private final Allowance api;
    private final Allowance forms;
    private final Allowance strangers;
    private final Problems problems;
    private final SecurityLog log;
    private final Clock clock;

    RateLimits(IdentitySettings settings, Problems problems, SecurityLog log, Clock clock) {
        this.api = new Allowance(settings.limits().api());
        this.forms = new Allowance(settings.limits().forms());
        this.strangers = new Allowance(settings.limits().strangers());
        this.problems = problems;
        this.log = log;
        this.clock = clock;
    }

    /** Behind the one that reads the token. */
    OncePerRequestFilter ofApi() {
        return new Limit() {
            @Override
            boolean lets(HttpServletRequest request, HttpServletResponse response) throws IOException {
                return account().isEmpty() || grants(api, account().get(), request, response);
            }
        };
    }

    /** Before anything is kept of what somebody sent. */
    OncePerRequestFilter ofForms() {
        return new Limit() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return request.getMethod().matches("GET|HEAD|OPTIONS")
                        || PageRequest.path(request).startsWith("/logout/connect/");
            }

            @Override
            boolean lets(HttpServletRequest request, HttpServletResponse response) throws IOException {
                Optional<String> account = account();
                return account.isPresent()
                        ? grants(forms, account.get(), request, response)
                        : grants(strangers, request.getRemoteAddr(), request, response);
            }
        };
    }

    /** Whether somebody without a valid token is told that it is none; whoever has one never waits for others. */
    boolean letsStranger(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return grants(strangers, request.getRemoteAddr(), request, response);
    }

    private boolean grants(Allowance allowance, String who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!allowance.isLimited()) {
            return true;
        }
        Answer answer = allowance.take(who, clock.instant());
        response.setHeader(
                "RateLimit-Policy", "\"minute\";q=%d;w=%d".formatted(allowance.most(), Allowance.WINDOW.toSeconds()));
        response.setHeader("RateLimit", "\"minute\";r=%d;t=%d".formatted(answer.left(), answer.seconds()));
        if (!answer.granted()) {
            refuse(answer, request, response);
        }
        return answer.granted();
    }

    private void refuse(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        log.write(Kind.TOO_MANY, "identity.too-many-requests");
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(answer.seconds()));
        if (PageRequest.isForApi(PageRequest.path(request))) {
            problems.write(Mishap.tooMany(answer.seconds()), request, response);
        } else {
            request.setAttribute(SECONDS, answer.seconds());
            response.sendError(TOO_MANY);
        }
    }

    private static Optional<String> account() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known == null || known instanceof AnonymousAuthenticationToken
                ? Optional.empty()
                : Optional.of(Acting.in(known)
                        .map(person -> "person " + person.id().value())
                        .orElseGet(() -> "account " + known.getName()));
    }

    private abstract static class Limit extends OncePerRequestFilter {

        abstract boolean lets(HttpServletRequest request, HttpServletResponse response) throws IOException;

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (lets(request, response)) {
                chain.doFilter(request, response);
            }
        }
    }
}
