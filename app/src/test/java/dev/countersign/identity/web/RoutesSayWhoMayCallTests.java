package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RoutesSayWhoMayCallTests {

    @Test
    void stopsTheStartForARouteThatDoesNotSayIt() {
        assertThatThrownBy(() -> start(Silent.class))
                .hasMessageContaining("Expected every route to say who may call it, but these don't")
                .hasMessageContaining("Silent#open()");
    }

    @Test
    void stopsTheStartForARouteThatNamesNoRole() {
        assertThatThrownBy(() -> start(Shut.class)).hasMessageContaining("Shut#open()");
    }

    @Test
    void startsWhenEveryRouteSaysIt() {
        assertThatCode(() -> start(Spoken.class)).doesNotThrowAnyException();
    }

    private static void start(Class<?> controller) {
        var context = new StaticWebApplicationContext();
        context.registerSingleton("controller", controller);
        var mapping = new RequestMappingHandlerMapping() {
            @Override
            protected boolean isHandler(Class<?> type) {
                return type == controller;
            }
        };
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        new RoutesSayWhoMayCall(List.of(mapping)).afterSingletonsInstantiated();
    }

    /** No @Controller: a component scan of other tests must not find it. */
    static class Silent {
        @GetMapping("/open")
        String open() {
            return "";
        }
    }

    @AllowedTo({})
    static class Shut {
        @GetMapping("/shut")
        String open() {
            return "";
        }
    }

    @AllowedTo(Role.VP)
    static class Spoken {
        @GetMapping("/closed")
        String closed() {
            return "";
        }
    }
}
