package dev.countersign.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list stays true: each of its rules stands in the house, once, and whoever should notice exists. */
class BreaksTests {

    static List<Break> breaks() {
        return Break.all();
    }

    @Test
    void coverTheModulesThatDecide() {
        assertThat(breaks().stream().map(Break::place).map(place -> place.replaceFirst("dev/countersign/", "")))
                .anyMatch(place -> place.startsWith("gate/"))
                .anyMatch(place -> place.startsWith("reviews/"))
                .anyMatch(place -> place.startsWith("changes/"))
                .anyMatch(place -> place.startsWith("policy/"))
                .anyMatch(place -> place.startsWith("registry/"))
                .anyMatch(place -> place.startsWith("journal/"));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void nameARuleThatStandsInTheHouseOnce(Break one) throws ClassNotFoundException {
        assertThat(Pattern.compile(Pattern.quote(one.rule()))
                        .matcher(one.text())
                        .results())
                .as(one.toString())
                .hasSize(1);
        assertThat(one.broken()).isNotEqualTo(one.rule());
        assertThat(one.test().split("#", 2))
                .as(one.test())
                .satisfiesAnyOf(
                        parts -> assertThat(parts).hasSize(1),
                        parts -> assertThat(one.testedBy().getDeclaredMethod(parts[1]))
                                .isNotNull());
    }
}
