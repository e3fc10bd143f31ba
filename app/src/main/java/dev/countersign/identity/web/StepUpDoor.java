package dev.countersign.identity.web;

import dev.countersign.identity.IdentitySettings;
import dev.countersign.identity.StepUpNeeded;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Sends somebody whose decision takes a fresh log-in to the identity provider, which has to ask them for it. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class StepUpDoor {

    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final Salvage salvage;
    private final Clock clock;

    StepUpDoor(ClientRegistrationRepository registrations, IdentitySettings settings, Salvage salvage, Clock clock) {
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        this.requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> askForHands(request, settings.stepUpAcr())));
        this.salvage = salvage;
        this.clock = clock;
    }

    @ExceptionHandler
    @Nullable
    Object goThere(StepUpNeeded needed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = PageRequest.path(request);
        if (PageRequest.isForApi(path)) {
            return Mishap.of(
                            403,
                            "identity.step-up-needed",
                            "You can't decide this by a token: it takes a fresh log-in of a person.",
                            "Decide on the page, which asks for it.")
                    .answer(path);
        }
        OAuth2AuthorizationRequest asked = Objects.requireNonNull(requests.resolve(request, IdentityProvider.NAME));
        new StepUpUnderWay(asked, needed.matter(), Salvage.page(request), clock.instant()).keep(request.getSession());
        salvage.keepUntilSteppedUp(request, response, asked.getAuthorizationRequestUri());
        return null;
    }

    /** The provider may not answer from a session that it has; whether it obeyed is checked when the answer comes. */
    private static void askForHands(OAuth2AuthorizationRequest.Builder request, String acr) {
        request.additionalParameters(parameters -> {
            parameters.put("prompt", "login");
            parameters.put("max_age", "0");
            if (!acr.isEmpty()) {
                parameters.put("acr_values", acr);
            }
        });
    }
}
