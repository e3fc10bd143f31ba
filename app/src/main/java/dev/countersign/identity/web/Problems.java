package dev.countersign.identity.web;

import dev.countersign.identity.RefusedRoute;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/** Every problem that a program is told leaves by here, so that a route can add to each what it has to say. */
@ControllerAdvice
class Problems implements ResponseBodyAdvice<Object> {

    private final ObjectProvider<RefusedRoute> routes;
    private final JsonMapper json;

    Problems(ObjectProvider<RefusedRoute> routes, JsonMapper json) {
        this.routes = routes;
        this.json = json;
    }

    /** For what is refused before any controller. */
    void write(Mishap mishap, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(mishap.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        json.writeValue(response.getOutputStream(), explained(mishap.problem(), PageRequest.path(request)));
    }

    /** For what is refused before any filter. */
    String text(Mishap mishap, String path) {
        return json.writeValueAsString(explained(mishap.problem(), path));
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        return body instanceof ProblemDetail problem && request instanceof ServletServerHttpRequest asked
                ? explained(problem, path(asked.getServletRequest()))
                : body;
    }

    private ProblemDetail explained(ProblemDetail problem, String path) {
        routes.stream().filter(route -> route.path().equals(path)).forEach(route -> route.explain(problem));
        return problem;
    }

    /** An error is told under an address of its own. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : PageRequest.path(request);
    }
}
