package dev.countersign.registry;

import static dev.countersign.Refuses.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentCursorTests {

    @Test
    void isReadAsItWasWritten() {
        var cursor = new IncidentCursor(Instant.parse("2026-03-05T08:00:00.123456Z"), "INC-000007");
        assertThat(IncidentCursor.of(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~",
                "2026-03-05~INC-000007",
                "+999999999-01-01T00:00:00Z~INC-000007",
                "-999999999-01-01T00:00:00Z~INC-000007",
                "+10000-01-01T00:00:00Z~INC-000007"
            })
    void isNoPlaceInTheListOtherwise(String text) {
        refuses("registry.unknown-place", () -> IncidentCursor.of(text));
    }
}
