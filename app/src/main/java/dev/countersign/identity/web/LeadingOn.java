package dev.countersign.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Writes into the state of each log-in which page it leads to. */
record LeadingOn(OAuth2AuthorizationRequestResolver requests) implements OAuth2AuthorizationRequestResolver {

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        // Spring Security calls it a failure of ours if somebody asks for a provider that there is not.
        return PageRequest.path(request).equals(Destination.BEGIN) ? leading(requests.resolve(request), request) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String client) {
        return leading(requests.resolve(request, client), request);
    }

    private static @Nullable OAuth2AuthorizationRequest leading(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request) {
        return begun == null
                ? null
                : OAuth2AuthorizationRequest.from(begun)
                        .state(Destination.asked(request).within(Objects.requireNonNull(begun.getState())))
                        .build();
    }
}
