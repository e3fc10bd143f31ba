package dev.countersign.identity.web;

import dev.countersign.identity.PasskeyEvent;
import dev.countersign.identity.Person;
import dev.countersign.identity.SecurityEvent;
import dev.countersign.identity.SecurityEvent.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes what happens to log-ins and rights to one log of its own, `countersign.security`. */
@Component
class SecurityLog {

    private static final Logger LOG = LoggerFactory.getLogger("countersign.security");

    /** About whoever is acting in this request. */
    void write(Kind kind, String what) {
        write(kind, acting(), what);
    }

    /** About somebody, in the request that is being answered. */
    void write(Kind kind, String who, String what) {
        write(request(), kind, who, what);
    }

    /** The same where the request is not known yet. */
    void write(HttpServletRequest request, Kind kind, String who, String what) {
        write(Optional.of(request), kind, who, what);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void passkey(PasskeyEvent event) {
        Kind kind = switch (event) {
            case PasskeyEvent.Enrolled _, PasskeyEvent.Kept _ -> Kind.PASSKEY_ENROLLED;
            case PasskeyEvent.Removed _, PasskeyEvent.ReportedLost _ -> Kind.PASSKEY_REMOVED;
        };
        write(kind, event.person().value(), event.getClass().getSimpleName() + " " + event.passkey());
    }

    private static void write(Optional<HttpServletRequest> request, Kind kind, String who, String what) {
        String from = request.map(HttpServletRequest::getRemoteAddr).orElse("");
        String on = request.map(asked -> asked.getMethod() + " " + PageRequest.path(asked))
                .orElse("");
        var event = new SecurityEvent(kind, who, what, from, on);
        LOG.atLevel(kind.isRefused() ? Level.WARN : Level.INFO)
                .addKeyValue("event.action", kind.word())
                .addKeyValue("user.id", who)
                .addKeyValue("event.reason", what)
                .addKeyValue("source.ip", from)
                .log(event.line());
    }

    private static String acting() {
        return Acting.now().map(Person::id).map(id -> id.value()).orElseGet(SecurityLog::account);
    }

    private static String account() {
        var known = SecurityContextHolder.getContext().getAuthentication();
        return known == null ? "" : known.getName();
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }
}
