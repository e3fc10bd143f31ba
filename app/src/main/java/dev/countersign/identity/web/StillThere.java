package dev.countersign.identity.web;

import dev.countersign.identity.IdentitySettings;
import dev.countersign.identity.SecurityEvent.Kind;
import dev.countersign.identity.web.ProvidersWord.GoesOn;
import dev.countersign.identity.web.ProvidersWord.HasEnded;
import dev.countersign.identity.web.ProvidersWord.IsSilent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks the identity provider again when its last word about a session is too old: a disabled account or one that lost
 * a role notices within seconds. Without an answer nothing is changed any more, but people can go on reading.
 */
class StillThere extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final AskedAgain provider;
    private final Salvage salvage;
    private final IdentitySettings settings;
    private final Clock clock;
    private final SecurityLog log;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final RequestMatcher open;

    /** Readers do not wait for a provider that has just been silent. */
    private volatile Instant silentUntil = Instant.MIN;

    StillThere(
            RequestMatcher open,
            AskedAgain provider,
            Salvage salvage,
            IdentitySettings settings,
            Clock clock,
            SecurityLog log) {
        this.log = log;
        this.open = open;
        this.provider = provider;
        this.salvage = salvage;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return open.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(CONTEXT) instanceof SecurityContext known)
                || known.getAuthentication() == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<LogInState> state = LogInState.in(session);
        if (state.isPresent() && isFresh(state.get())) {
            chain.doFilter(request, response);
            return;
        }
        boolean reads = READING.contains(request.getMethod());
        if (reads && clock.instant().isBefore(silentUntil)) {
            chain.doFilter(request, response);
            return;
        }
        switch (state.map(provider::about).orElseGet(HasEnded::new)) {
            case GoesOn(OidcUser user, String refreshToken)
            when isSame(user, known.getAuthentication()) -> {
                goOn(user, refreshToken, request, response);
                chain.doFilter(request, response);
            }
            case GoesOn _, HasEnded _ -> {
                log.write(Kind.LOG_OUT, "ended at the identity provider");
                end(session);
            }
            case IsSilent _ -> {
                silentUntil = clock.instant().plus(settings.checkWithin());
                if (reads) {
                    chain.doFilter(request, response);
                } else {
                    salvage.keepUntilTheProviderAnswers(request, response);
                }
            }
        }
    }

    private boolean isFresh(LogInState state) {
        return clock.instant().isBefore(state.checkedAt().plus(settings.checkWithin()));
    }

    private static boolean isSame(OidcUser user, Authentication known) {
        return user.getName().equals(known.getName())
                && (!(user instanceof PersonPrincipal now)
                        || Acting.in(known)
                                .filter(person -> person.is(now.person().id()))
                                .isPresent());
    }

    private void goOn(OidcUser user, String refreshToken, HttpServletRequest request, HttpServletResponse response) {
        new LogInState(refreshToken, clock.instant()).keep(request.getSession());
        var authentication = new OAuth2AuthenticationToken(user, user.getAuthorities(), IdentityProvider.NAME);
        var context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Then it is as if nobody were logged in: what was typed is kept, and the way leads through the log-in. */
    private static void end(HttpSession session) {
        session.invalidate();
        SecurityContextHolder.clearContext();
        throw new InsufficientAuthenticationException("The log-in has ended at the identity provider.");
    }
}
