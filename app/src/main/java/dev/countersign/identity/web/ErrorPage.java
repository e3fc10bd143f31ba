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
        if (request.getParameter("login") != null) {
            return LOG_IN_FAILED.answer("/error");
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "/";
        return Mishap.of(status).answer(path);
    }

    private static final Mishap LOG_IN_FAILED = Mishap.of(
            403,
            "identity.log-in-failed",
            "Expected to finish the log-in, but the identity provider's answer could not be used.",
            "Try again from the start; an answer is good for one log-in and for a few minutes only.");
}
