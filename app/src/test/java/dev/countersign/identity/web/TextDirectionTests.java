package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class TextDirectionTests {

    private static final Pattern INLINED = Pattern.compile("\\[\\[|\\[\\(|th:inline");

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    TextDirectionTests() {
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.addDialect(new TextDirection());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:text=\"${words}\">x</p>",
                "<div th:utext=\"${words}\">x</div>",
                "<textarea name=\"why\"></textarea>",
                "<textarea th:text=\"${words}\"></textarea>",
                "<input name=\"who\">",
                "<input th:type=\"${words == null} ? 'date' : 'text'\" th:value=\"${words}\">",
                "<input type=\"search\">"
            })
    void letsATextRunInItsOwnDirection(String template) {
        assertThat(render(template)).containsOnlyOnce("dir=\"auto\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Our own words</p>",
                "<input type=\"checkbox\">",
                "<input th:type=\"'date'\">",
                "<input type=\"hidden\" th:value=\"${words}\">",
                "<svg><text th:text=\"${words}\">x</text></svg>",
                "<p dir=\"ltr\" th:text=\"${words}\">x</p>"
            })
    void leavesTheRestAsItIs(String template) {
        assertThat(render(template)).doesNotContain("auto");
    }

    /** Such a text would have no element that could have a direction. */
    @Test
    void standsOnAllTextsBecauseNoneIsInlined() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")))
                    .hasSizeGreaterThan(50)
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(INLINED));
        }
    }

    private String render(String template) {
        return engine.process(template, new Context(null, Map.of("words", "\u05E2\u05D1\u05E8\u05D9\u05EA")));
    }
}
