package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaders can edit is said by the policy in force, and a form's hint repeats none of it. */
class HintTests {

    private static final Path FORMS = Path.of("..", "forms");

    /** A number of something that a clause of the policy can ask for, or a tier that a clause is about. */
    private static final Pattern OF_THE_POLICY = Pattern.compile(
            "(?i)\\d+ (?:for|on|in) tier|tier[- ]?\\d+ (?:needs|takes|asks)|\\b(?:\\d+|one|two|three|both) (?:\\w+"
                    + " )?(?:reviews?|reviewers?|verdicts?|approvals?|minutes|hours)\\b|the other reviewer|\\bin force at"
                    + " once");

    @Test
    void repeatsNothingThatThePolicyStates() throws IOException {
        Map<String, String> hints = hints();
        assertThat(hints).hasSizeGreaterThan(40);
        assertThat(hints)
                .allSatisfy((place, hint) -> assertThat(
                                OF_THE_POLICY.matcher(hint).results().map(found -> found.group()))
                        .as(place)
                        .isEmpty());
    }

    private static Map<String, String> hints() throws IOException {
        Map<String, String> hints = new TreeMap<>();
        try (var files = Files.list(FORMS)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".form")).toList()) {
                for (JsonNode part : parts(JsonMapper.shared().readTree(Files.readString(file)))) {
                    if (part.path("description").isString()) {
                        hints.put(
                                file.getFileName() + " "
                                        + part.path("key")
                                                .asString(part.path("label").asString("")),
                                part.get("description").stringValue());
                    }
                }
            }
        }
        return hints;
    }

    private static List<JsonNode> parts(JsonNode form) {
        List<JsonNode> parts = new ArrayList<>();
        form.path("components").forEach(part -> {
            parts.add(part);
            parts.addAll(parts(part));
        });
        return parts;
    }
}
