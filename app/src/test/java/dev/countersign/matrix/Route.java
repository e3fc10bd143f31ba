package dev.countersign.matrix;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** A method and the pattern of an address, as the application maps it. */
record Route(String method, String path) implements Comparable<Route> {

    private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([\\w-]+(?:\\|[\\w-]+)+)}");
    private static final Pattern PREDICATE = Pattern.compile("\\b(GET|POST|PUT|PATCH|DELETE)\\b.*? && (/[^ )]*)");

    /** Everything that the application answers: controllers, actuator, router functions and files. */
    static Set<Route> of(ApplicationContext application) {
        return application.getBeansOfType(HandlerMapping.class).values().stream()
                .flatMap(Route::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Route> of(HandlerMapping mapping) {
        return switch (mapping) {
            case RequestMappingInfoHandlerMapping methods ->
                methods.getHandlerMethods().keySet().stream().flatMap(Route::of);
            case RouterFunctionMapping functions ->
                Stream.ofNullable(functions.getRouterFunction()).flatMap(Route::of);
            case AbstractUrlHandlerMapping files ->
                files.getHandlerMap().keySet().stream().map(path -> new Route("GET", path));
            default -> throw new IllegalStateException("Expected to know how to ask %s.".formatted(mapping));
        };
    }

    private static Stream<Route> of(RequestMappingInfo mapping) {
        Collection<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        List<String> names = methods.isEmpty()
                ? List.of("ANY")
                : methods.stream().map(Enum::name).toList();
        return mapping.getPatternValues().stream()
                .flatMap(Route::choices)
                .flatMap(path -> names.stream().map(name -> new Route(name, path)));
    }

    private static Stream<Route> of(RouterFunction<?> functions) {
        return PREDICATE
                .matcher(functions.toString())
                .results()
                .map(found -> new Route(found.group(1), found.group(2)));
    }

    /** A pattern that allows a few words is as many routes. */
    private static Stream<String> choices(String path) {
        var choice = CHOICE.matcher(path);
        return choice.find()
                ? Arrays.stream(choice.group(1).split("\\|")).map(word -> choice.replaceFirst(word))
                : Stream.of(path);
    }

    @Override
    public int compareTo(Route other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
