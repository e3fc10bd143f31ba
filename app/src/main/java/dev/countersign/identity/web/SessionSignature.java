package dev.countersign.identity.web;

import dev.countersign.identity.Assertion;
import dev.countersign.identity.Base64Url;
import dev.countersign.identity.BroughtSignature;
import dev.countersign.identity.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The signature that a form brings along, for the request that its session was given. */
@Component
class SessionSignature implements BroughtSignature {

    /** Fields of a form that begin so hold what a passkey answered. */
    static final String FIELDS = "_passkey.";

    static boolean isIn(HttpServletRequest request) {
        return field(request, "signature").isPresent();
    }

    @Override
    public Optional<Brought> by(PersonId person) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? brought(attributes.getRequest())
                : Optional.empty();
    }

    private static Optional<Brought> brought(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(SignatureUnderWay::in)
                .flatMap(asked -> assertion(request).map(assertion -> new Brought(asked.id(), assertion)));
    }

    private static Optional<Assertion> assertion(HttpServletRequest request) {
        return field(request, "credential")
                .flatMap(credential -> field(request, "clientData")
                        .flatMap(clientData -> field(request, "authenticatorData")
                                .flatMap(data -> field(request, "signature")
                                        .map(signature -> new Assertion(credential, clientData, data, signature)))));
    }

    static Optional<Base64Url> field(HttpServletRequest request, String name) {
        return Base64Url.read(request.getParameter(FIELDS + name));
    }
}
