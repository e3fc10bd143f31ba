package dev.countersign.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** Keeps of a log-in's tokens only the one by which to ask again, in the session, where every node finds it. */
@Component
class KeptTokens implements OAuth2AuthorizedClientRepository {

    private final Clock clock;

    KeptTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("NullAway") // null is how one says that there is none
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = client.getRefreshToken();
        if (token != null) {
            new LogInState(token.getTokenValue(), clock.instant()).keep(request.getSession());
        }
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request, HttpServletResponse response) {}
}
