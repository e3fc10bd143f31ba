package dev.countersign.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;

/**
 * A step-up that somebody has been sent to the identity provider for.
 *
 * @param request with a state and a nonce of its own
 * @param matter what they are about to decide on
 * @param page where they come back to
 * @param askedAt when they were sent
 */
record StepUpUnderWay(OAuth2AuthorizationRequest request, String matter, String page, Instant askedAt)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String ATTRIBUTE = "countersign.step-up-under-way";

    void keep(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    static Optional<StepUpUnderWay> in(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof StepUpUnderWay underWay
                ? Optional.of(underWay)
                : Optional.empty();
    }

    /** Only the answer to this request has its state. */
    boolean isAnsweredBy(HttpServletRequest answer) {
        return state().equals(answer.getParameter("state"));
    }

    OAuth2AuthorizationExchange exchange(HttpServletRequest answer) {
        String code = answer.getParameter("code");
        var response = code == null
                ? OAuth2AuthorizationResponse.error(
                        Objects.requireNonNullElse(answer.getParameter("error"), "invalid_request"))
                : OAuth2AuthorizationResponse.success(code);
        return new OAuth2AuthorizationExchange(
                request,
                response.redirectUri(Objects.requireNonNull(request.getRedirectUri()))
                        .state(state())
                        .build());
    }

    private String state() {
        return Objects.requireNonNull(request.getState());
    }

    static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }
}
