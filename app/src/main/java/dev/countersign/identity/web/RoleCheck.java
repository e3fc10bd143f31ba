package dev.countersign.identity.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request reach one of our controllers only with a role that the route names. */
class RoleCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method) && !isAllowed(method)) {
            throw new AccessDeniedException("No role that the route asks for.");
        }
        return true;
    }

    static Optional<AllowedTo> rule(HandlerMethod method) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), AllowedTo.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedTo.class)));
    }

    /** Who may call it; nobody if it says nothing. */
    static Role[] roles(HandlerMethod method) {
        return rule(method).map(AllowedTo::value).orElse(new Role[0]);
    }

    static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("dev.countersign.") && method.getBeanType() != ErrorPage.class;
    }

    private static boolean isAllowed(HandlerMethod method) {
        return Acting.now()
                .filter(person -> Arrays.stream(roles(method)).anyMatch(person::has))
                .isPresent();
    }
}
