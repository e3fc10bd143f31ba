package dev.countersign.identity.web;

import dev.countersign.identity.IdentitySettings;
import dev.countersign.identity.Salvaged.Why;
import dev.countersign.identity.SecurityEvent.Kind;
import dev.countersign.identity.StepUp;
import dev.countersign.identity.StepUpLedger;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the identity provider's answer to a step-up, which has the address of a log-in and a state of its own. It logs
 * nobody in: at most the session that asked may now confirm the one decision that it asked for.
 */
@Component
class StepUpReturn extends OncePerRequestFilter {

    private static final String ADDRESS = "/login/oauth2/code/" + IdentityProvider.NAME;

    private final ClientRegistration keycloak;
    private final OidcAuthorizationCodeAuthenticationProvider provider;
    private final LoggedIn logIns;
    private final StepUpLedger ledger;
    private final SalvageStore store;
    private final FreshLogIn fresh;
    private final Clock clock;
    private final SecurityLog log;

    StepUpReturn(
            ClientRegistration keycloak,
            LogIn logIn,
            LoggedIn logIns,
            StepUpLedger ledger,
            SalvageStore store,
            IdentitySettings settings,
            Clock clock,
            SecurityLog log) {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(IdentityProvider.tokenClient());
        this.keycloak = keycloak;
        this.provider = new OidcAuthorizationCodeAuthenticationProvider(tokens, logIn);
        this.logIns = logIns;
        this.ledger = ledger;
        this.store = store;
        this.fresh = new FreshLogIn(settings.stepUpAcr());
        this.clock = clock;
        this.log = log;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PageRequest.path(request).equals(ADDRESS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<StepUpUnderWay> asked = Optional.ofNullable(session)
                .flatMap(StepUpUnderWay::in)
                .filter(underWay -> underWay.isAnsweredBy(request));
        if (session == null || asked.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        StepUpUnderWay.forget(session);
        boolean taken = SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken now
                && now.getPrincipal() instanceof PersonPrincipal loggedIn
                && take(asked.get(), loggedIn, request, session);
        store.say(session, taken ? Why.CONFIRMED : Why.NOT_CONFIRMED);
        response.sendRedirect(request.getContextPath() + asked.get().page());
    }

    private boolean take(
            StepUpUnderWay asked, PersonPrincipal loggedIn, HttpServletRequest request, HttpSession session) {
        OAuth2LoginAuthenticationToken answer;
        try {
            answer = (OAuth2LoginAuthenticationToken) Objects.requireNonNull(
                    provider.authenticate(new OAuth2LoginAuthenticationToken(keycloak, asked.exchange(request))));
        } catch (OAuth2AuthenticationException unusable) {
            failed("no answer that can be used");
            return false;
        }
        if (!(answer.getPrincipal() instanceof PersonPrincipal now)
                || !now.getName().equals(loggedIn.getName())
                || !now.person().is(loggedIn.person().id())) {
            failed("somebody else");
            return false;
        }
        logIns.keep(now, request);
        var refresh = answer.getRefreshToken();
        if (refresh != null) {
            new LogInState(refresh.getTokenValue(), clock.instant()).keep(session);
        }
        Duration waited = Duration.between(asked.askedAt(), clock.instant());
        if (!fresh.isToldBy(now.getIdToken(), loggedIn.getIdToken(), waited)) {
            failed("not fresh");
            return false;
        }
        return keep(now, asked.matter(), session);
    }

    private boolean keep(PersonPrincipal now, String matter, HttpSession session) {
        Instant authTime = Objects.requireNonNull(now.getIdToken().getAuthenticatedAt());
        Instant at = clock.instant()
                .minus(FreshLogIn.age(now.getIdToken(), authTime))
                .truncatedTo(ChronoUnit.MICROS);
        String acr = Objects.requireNonNullElse(now.getIdToken().getAuthenticationContextClass(), "");
        var stepUp = new StepUp(UUID.randomUUID(), now.person().id(), now.getName(), matter, authTime, acr, at);
        if (!ledger.keep(stepUp)) {
            failed("kept before");
            return false;
        }
        SessionStepUp.keep(session, stepUp.id());
        log.write(Kind.STEP_UP, matter);
        return true;
    }

    private void failed(String why) {
        log.write(Kind.STEP_UP_FAILED, why);
    }
}
