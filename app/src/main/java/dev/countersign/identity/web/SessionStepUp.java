package dev.countersign.identity.web;

import dev.countersign.identity.BroughtStepUp;
import dev.countersign.identity.PersonId;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The fresh log-in that the session behind this request has come back with. */
@Component
class SessionStepUp implements BroughtStepUp {

    private static final String ATTRIBUTE = "countersign.step-up";

    static void keep(HttpSession session, UUID stepUp) {
        session.setAttribute(ATTRIBUTE, stepUp.toString());
    }

    @Override
    public Optional<UUID> by(PersonId person, String matter) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        && attributes.getRequest().getSession(false) instanceof HttpSession session
                        && session.getAttribute(ATTRIBUTE) instanceof String stepUp
                ? Optional.of(UUID.fromString(stepUp))
                : Optional.empty();
    }
}
