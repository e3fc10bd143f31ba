package dev.countersign.identity.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says in words what went wrong before or outside a controller. */
@Controller
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) {
            return mishap(status, request).answer(failedPath(request));
        }
        return ("login".equals(request.getQueryString()) ? logInFailed(request) : Mishap.of(404)).answer("/error");
    }

    /** Whoever comes back without a session is told that much. */
    private static Mishap logInFailed(HttpServletRequest request) {
        return RefusedLogIn.in(request)
                .map(refused -> Mishap.of(403, "identity.claim-unreadable", refused.sentence(), refused.wayOut()))
                .orElse(LOG_IN_FAILED);
    }

    private static Mishap mishap(int status, HttpServletRequest request) {
        if (status == 429 && request.getAttribute(RateLimits.SECONDS) instanceof Long seconds) {
            return Mishap.tooMany(seconds);
        }
        return status == 500 && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                ? Mishap.of(failure)
                : Mishap.of(status);
    }

    /** Parameters stay unread: reading them may be what failed. */
    private static String failedPath(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "/";
    }

    private static final Mishap LOG_IN_FAILED = Mishap.of(
            403,
            "identity.log-in-failed",
            "You could not be logged in: the identity provider's answer could not be used.",
            "Try again from the start; an answer is good for one log-in and for a few minutes only.");
}
