package dev.countersign.identity.web;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stops the start when a route of ours doesn't say who may call it. */
@Component
class RoutesSayWhoMayCall implements SmartInitializingSingleton {

    private final List<RequestMappingHandlerMapping> mappings;

    RoutesSayWhoMayCall(List<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var silent = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(RoleCheck::isOurs)
                .filter(method -> RoleCheck.roles(method).length == 0)
                .map(HandlerMethod::toString)
                .sorted()
                .toList();
        if (!silent.isEmpty()) {
            throw new IllegalStateException(
                    "Expected every route to say who may call it, but these don't: %s. Add @AllowedTo with the roles."
                            .formatted(silent));
        }
    }
}
