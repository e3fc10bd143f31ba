package dev.countersign.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** The log-ins that a browser has begun: one for each of its tabs, told apart by their states, and only the latest few. */
@Component
class LogInsUnderWay implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final int MOST = 8;

    private static final String ATTRIBUTE = "countersign.log-ins-under-way";

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return in(request.getSession(false)).get(state(request));
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        HttpSession session = request.getSession();
        var all = new LinkedHashMap<>(in(session));
        all.put(Objects.requireNonNull(begun.getState()), begun);
        while (all.size() > MOST) {
            all.remove(all.firstEntry().getKey());
        }
        session.setAttribute(ATTRIBUTE, all);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        var left = new LinkedHashMap<>(in(session));
        OAuth2AuthorizationRequest answered = left.remove(state(request));
        if (session != null && answered != null) {
            session.setAttribute(ATTRIBUTE, left);
        }
        return answered;
    }

    private static String state(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter("state"), "");
    }

    @SuppressWarnings("unchecked") // nothing else is ever kept under that name
    private static Map<String, OAuth2AuthorizationRequest> in(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Map<?, ?> all
                ? (Map<String, OAuth2AuthorizationRequest>) all
                : Map.of();
    }
}
