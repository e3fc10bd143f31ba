package dev.countersign.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be said of an incident: it counts towards a tier, so it has to hang together. */
class IncidentRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant BEGAN = NOW.minusSeconds(3_600);

    @Test
    void findsNothingWrongWithOneThatGoesOn() {
        assertThat(flawed(incident(BEGAN, null))).isEmpty();
        assertThat(flawed(incident(NOW, null))).isEmpty();
    }

    @Test
    void hasBegunAndEndedInThisOrderAndNotInTimeToCome() {
        assertThat(flawed(incident(BEGAN, BEGAN))).isEmpty();
        assertThat(flawed(incident(BEGAN, NOW))).isEmpty();
        assertThat(flawed(incident(BEGAN, BEGAN.minusNanos(1)))).containsExactly("endedAt");
        assertThat(flawed(incident(BEGAN, NOW.plusNanos(1)))).containsExactly("endedAt");
        assertThat(flawed(incident(NOW.plusNanos(1), null))).containsExactly("startedAt");
    }

    @Test
    void isCausedByAChangeOrByNoneOnRecord() {
        assertThat(flawed(causedBy("CHG-000042", false))).isEmpty();
        assertThat(flawed(causedBy("", true))).isEmpty();
        assertThat(flawed(causedBy("CHG-000042", true))).containsExactly("change");
        assertThat(flawed(causedBy("CHG-42", false))).containsExactly("change");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, ",
        "4, 0, 0, ",
        "0, 0, 0, severity",
        "5, 0, 0, severity",
        "1, -1, 0, lostOrders",
        "1, 0, -1, errors"
    })
    void countsNothingLessThanNone(int severity, long lostOrders, long errors, @Nullable String field) {
        Incident incident = incident(
                "Checkout down", BEGAN, null, severity, List.of("checkout-api"), lostOrders, errors, "", false);
        assertThat(flawed(incident)).isEqualTo(field == null ? List.of() : List.of(field));
    }

    @Test
    void isAboutSystemsOfTheRegistry() {
        assertThat(flawed(about(List.of()))).containsExactly("systems");
        assertThat(flawed(about(List.of("checkout-api", "payments")))).containsExactly("systems");
        assertThat(IncidentRules.flaws(about(Collections.nCopies(300, "checkout-api")), List.of("checkout-api"), NOW))
                .isEmpty();
    }

    private static List<String> flawed(Incident incident) {
        return IncidentRules.flaws(incident, List.of("checkout-api", "cart"), NOW).stream()
                .map(Flaw::field)
                .toList();
    }

    private static Incident incident(Instant began, @Nullable Instant ended) {
        return incident("Checkout down", began, ended, 1, List.of("checkout-api"), 7, 0, "", false);
    }

    private static Incident causedBy(String change, boolean noRecord) {
        return incident("Checkout down", BEGAN, null, 1, List.of("checkout-api"), 7, 0, change, noRecord);
    }

    private static Incident about(List<String> systems) {
        return incident("Checkout down", BEGAN, null, 1, systems, 7, 0, "", false);
    }

    private static Incident incident(
            String title,
            Instant began,
            @Nullable Instant ended,
            int severity,
            List<String> systems,
            long lostOrders,
            long errors,
            String change,
            boolean noRecord) {
        return new Incident(
                "INC-000001",
                title,
                began,
                ended,
                severity,
                systems,
                lostOrders,
                errors,
                false,
                null,
                change,
                noRecord,
                AiRelated.NO,
                "");
    }
}
