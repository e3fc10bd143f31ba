package dev.countersign.identity.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.springframework.session.Session;

/**
 * What a session needs to ask the identity provider about its person again.
 *
 * @param refreshToken what one asks with
 * @param checkedAt when the provider last said that all is well
 */
record LogInState(String refreshToken, Instant checkedAt) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String ATTRIBUTE = "countersign.log-in";

    static Optional<LogInState> in(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof LogInState state ? Optional.of(state) : Optional.empty();
    }

    /** The same of a session that another browser has. */
    static Optional<LogInState> in(Session session) {
        return session.getAttribute(ATTRIBUTE) instanceof LogInState state ? Optional.of(state) : Optional.empty();
    }

    void keep(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }
}
