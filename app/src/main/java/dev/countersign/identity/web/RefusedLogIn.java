package dev.countersign.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;

/** Why a log-in came to nothing, kept for the page that says so. */
record RefusedLogIn(String sentence, String wayOut) {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedLogIn.class);
    private static final String SENTENCE = "countersign.log-in-refused";
    private static final String WAY_OUT = "countersign.log-in-way-out";

    static void show(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        HttpSession session = request.getSession(false);
        if (failure instanceof UnreadableClaim claim) {
            LOG.warn("{} {}", claim.sentence(), claim.wayOut());
            if (session != null) {
                session.setAttribute(SENTENCE, claim.sentence());
                session.setAttribute(WAY_OUT, claim.wayOut());
            }
        } else if (session != null) {
            session.removeAttribute(SENTENCE);
        }
        response.sendRedirect(request.getContextPath() + "/error?login");
    }

    static Optional<RefusedLogIn> in(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(SENTENCE) instanceof String sentence
                        && session.getAttribute(WAY_OUT) instanceof String wayOut
                ? Optional.of(new RefusedLogIn(sentence, wayOut))
                : Optional.empty();
    }
}
