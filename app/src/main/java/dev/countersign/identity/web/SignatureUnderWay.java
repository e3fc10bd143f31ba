package dev.countersign.identity.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/**
 * A signature that somebody has been asked for in this session.
 *
 * @param request which one
 * @param action where the form goes that takes it
 */
record SignatureUnderWay(String request, String action) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String ATTRIBUTE = "countersign.signature-under-way";

    void keep(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    static Optional<SignatureUnderWay> in(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof SignatureUnderWay underWay
                ? Optional.of(underWay)
                : Optional.empty();
    }

    UUID id() {
        return UUID.fromString(request);
    }
}
