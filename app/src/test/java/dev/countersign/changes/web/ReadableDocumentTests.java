package dev.countersign.changes.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.SampleDocument;
import dev.countersign.changes.web.DocumentSection.Line;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.ProductionSystem;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A document is told in names, and a step of several paragraphs stays one step. */
class ReadableDocumentTests {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final ProductionSystem CART =
            new ProductionSystem("cart-api", "Cart API", "", 1, "checkout", new PersonId("petra"), false, Set.of());

    @Test
    void keepsEveryParagraphOfAStepInIt() {
        String html = steps(List.of(step("Stop it\n\n```\nstop all\n```\n\nLook twice"), step("Start it")));

        assertThat(html)
                .containsOnlyOnce("<ol")
                .containsSubsequence("<li>", "stop all", "Look twice", "Validated by", "</li>", "<li>", "Start it");
    }

    @Test
    void keepsTheTenthStepInTheListAsWell() {
        assertThat(steps(Collections.nCopies(10, step("Do it\n\nLook twice")))).containsOnlyOnce("<ol");
    }

    @Test
    void namesTheSystemsItTouches() {
        ChangeDocument document = SampleDocument.writtenAt(NOW)
                .with("systems", List.of("cart-api", "moon-base"))
                .document();

        assertThat(line(document, DocumentField.SYSTEMS).value()).isEqualTo("Cart API (cart-api), moon-base");
    }

    private static Map<String, String> step(String action) {
        return Map.of("action", action, "validation", "No alarm rings", "undo", "");
    }

    private static String steps(List<Map<String, String>> steps) {
        return line(SampleDocument.writtenAt(NOW).with("steps", steps).document(), DocumentField.STEPS)
                .html();
    }

    private static Line line(ChangeDocument document, DocumentField field) {
        return ReadableDocument.of(document, DocumentNames.of(PersonId::value, Map.of(CART.key(), CART.name())))
                .stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.field() == field)
                .findFirst()
                .orElseThrow();
    }
}
