package dev.countersign.identity.web;

import dev.countersign.database.Outage;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.SecurityEvent.Kind;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Told;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Shows every no and every failure in words, to people as a page and to programs as a problem detail. */
@ControllerAdvice
class Mishaps {

    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    private final SecurityLog log;
    private final ObjectProvider<People> people;

    Mishaps(SecurityLog log, ObjectProvider<People> people) {
        this.log = log;
        this.people = people;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request) {
        if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
            log.write(Kind.ACCESS_REFUSED, refusal.code());
        }
        Told told = people.getObject().tell(refusal, Acting.now().map(Person::id));
        return Mishap.of(refusal.status(), refusal.code(), told.sentence(), told.wayOut())
                .answer(request);
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        var tooLarge = RequestSize.isExceeded(unreadable);
        return (tooLarge ? Mishap.of(413) : badJson(unreadable)).answer(request);
    }

    /** A word in the address where a number belongs, or characters that no text has or that nobody can decode. */
    @ExceptionHandler({TypeMismatchException.class, RequestRejectedException.class, InvalidParameterException.class})
    Object malformed(HttpServletRequest request) {
        return Mishap.of(400).answer(request);
    }

    /** Security answers these itself, further out. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException denied) {
        throw denied;
    }

    @ExceptionHandler
    Object failed(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw failure;
        }
        if (failure instanceof ErrorResponse known) {
            return Mishap.of(known.getStatusCode().value()).answer(request);
        }
        if (Outage.isWhy(failure)) {
            LOG.warn("{} {} failed: {}", request.getMethod(), PageRequest.path(request), Outages.line(failure));
        } else {
            LOG.error("{} {} failed", request.getMethod(), PageRequest.path(request), failure);
        }
        return Mishap.of(failure).answer(request);
    }

    private static Mishap badJson(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof StreamReadException twice && isTwice(twice)) {
            return Mishap.of(
                    422,
                    "repeated-field",
                    "A field of the request's body is there again before %s.".formatted(place(twice)),
                    "Send each field once.");
        }
        var fact = switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown -> "it has no field '%s'".formatted(unknown.getPropertyName());
            case StreamReadException broken -> "the JSON is broken at %s".formatted(place(broken));
            case DatabindException wrong -> "the value of '%s' is not of its type".formatted(path(wrong));
            case null, default -> "there is none";
        };
        return Mishap.of(
                400,
                "unreadable-body",
                "The request's body can't be read: %s.".formatted(fact),
                "Send the JSON that the API description asks for.");
    }

    private static boolean isTwice(StreamReadException broken) {
        return broken.getOriginalMessage().startsWith("Duplicate Object property");
    }

    private static String place(JacksonException broken) {
        return "line %d, column %d"
                .formatted(
                        broken.getLocation().getLineNr(), broken.getLocation().getColumnNr());
    }

    private static String path(DatabindException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .reduce((outer, inner) -> inner.startsWith("[") ? outer + inner : outer + "." + inner)
                .orElse("(the whole body)");
    }
}
