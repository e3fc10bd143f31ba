package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A page leads only to places that the house has. */
class LinksTests {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern LINK = Pattern.compile("@\\{(/(?:[^(){}'$]|\\{[a-z]+})*)[(}]");

    /** The table of who may call what has every route; AuthorizationMatrixIT sees to that. */
    private static final Path ROUTES = Path.of("src", "test", "resources", "authorization-matrix.txt");

    private static final Pattern ROUTE = Pattern.compile("(?m)^[A-Z]+ +(/[^ ?]*)");
    private static final String ANYTHING = "/**";

    /** Spring Security answers it. */
    private static final String LOG_OUT = "/logout";

    @Test
    void leadSomewhere() throws IOException {
        Set<String> paths = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                LINK.matcher(Files.readString(file)).results().forEach(link -> paths.add(link.group(1)));
            }
        }
        List<PathPattern> routes = ROUTE.matcher(Files.readString(ROUTES))
                .results()
                .map(route -> route.group(1))
                .filter(route -> !route.equals(ANYTHING))
                .map(PathPatternParser.defaultInstance::parse)
                .toList();

        assertThat(paths).contains("/gate/bypasses/{id}", "/registry/{key}");
        paths.removeIf(path -> path.equals(LOG_OUT) || leads(path, routes));
        assertThat(paths).isEmpty();
    }

    private static boolean leads(String path, List<PathPattern> routes) {
        var place = PathContainer.parsePath(path.replaceAll("[{}]", ""));
        return routes.stream().anyMatch(route -> route.matches(place));
    }
}
