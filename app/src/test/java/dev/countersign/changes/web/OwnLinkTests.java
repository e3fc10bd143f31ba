package dev.countersign.changes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.SampleDocument;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What authors name beside the code leads where its words say, or nowhere. */
class OwnLinkTests {

    private static final CodeLinks LINKS = new CodeLinks(
            Forge.GITLAB,
            Optional.of(URI.create("https://gitlab.example")),
            Map.of(
                    "ticket", "https://house.atlassian.net/browse/{id}",
                    "build", "https://ci.example/builds/{id}/log"));

    @ParameterizedTest
    @CsvSource({
        "#17, https://gitlab.example/storefront/cart/-/merge_requests/17",
        "Merge request !17, https://gitlab.example/storefront/cart/-/merge_requests/17",
        "OPS-42, https://house.atlassian.net/browse/OPS-42",
        "OPS-42 Orders time out, https://house.atlassian.net/browse/OPS-42",
        "build:storefront/1234, https://ci.example/builds/storefront/1234/log"
    })
    void leadsToWhatIsNamedByItsShortName(String line, String address) {
        assertThat(of(line)).containsExactly(new Linked(line, address));
    }

    @Test
    void showsTheHostOfAnAddressWhateverItIsCalled() {
        assertThat(of("https://grafana.example/d/checkout\n\nOur dashboard https://evil.example/x?y=1"))
                .containsExactly(
                        new Linked("https://grafana.example/d/checkout", "https://grafana.example/d/checkout"),
                        new Linked("Our dashboard (evil.example)", "https://evil.example/x?y=1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "https://github.com@evil.example/x",
                "https://",
                "data:text/html,x",
                "build:../../admin",
                "build:17?as=admin",
                "build:a//b",
                "unknown:17",
                "a#17",
                "ops-42"
            })
    void leadsNowhereFromAnythingElse(String line) {
        assertThat(of(line)).containsExactly(new Linked(line, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ci.example/builds",
                "javascript:{id}",
                "https://{id}.example/x",
                "https://ci.{id}/x",
                "{id}"
            })
    void refusesATemplateWhoseHostAnAuthorCouldChoose(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodeLinks(Forge.GITHUB, Optional.empty(), Map.of("build", template)))
                .withMessageContaining("'" + template + "'");
    }

    private static List<Linked> of(String lines) {
        ChangeDocument document = SampleDocument.writtenAt(Instant.EPOCH)
                .with("repository", "storefront/cart")
                .with("links", lines)
                .document();
        return LINKS.own(document);
    }
}
