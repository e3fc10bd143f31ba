package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SituationTests {

    @Test
    void saysOfAClauseThatAlwaysAppliesThatItIsForAnyChange() {
        assertThat(words(Map.of())).isEqualTo("Any change");
        assertThat(words(Map.of(Fact.ADDENDUM, "true", Fact.KIND, "-"))).isEqualTo("Any change that it covers");
    }

    @Test
    void joinsWhatHasToBeTrueAtOnce() {
        assertThat(words(Map.of(
                        Fact.TIER, "<= 2",
                        Fact.ENVIRONMENT, "\"production\"",
                        Fact.AI_INVOLVEMENT, "assisted, generated",
                        Fact.CONTROL_PLANE, "true")))
                .isEqualTo("Tiers 1 and 2, in production, changes a control plane,"
                        + " written with the help of AI or written by AI");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    TIER          | 1                | Tier 1
                    TIER          | > 2              | Tiers 3 and 4
                    BLAST_RADIUS  | global           | Reaches everywhere
                    BLAST_RADIUS  | not(global)      | Reaches one host or reaches one zone or reaches one region
                    DATA_MUTATION | false            | Changes no stored data
                    KIND          | manual-operation | Manual operation
                    HOUR          | >= 22, < 6       | Hour (UTC) 00:00 to 05:59 or 22:00 to 23:59
                    CONFLICT      | true             | Overlaps another change
                    HOUR          | after lunch      | Hour (UTC) after lunch
                    """)
    void saysEachFactInWords(Fact fact, String cell, String words) {
        assertThat(words(Map.of(fact, cell))).isEqualTo(words);
    }

    private static String words(Map<Fact, String> facts) {
        return new TypedRule("a-clause", "Words.", new HashMap<>(facts), Map.of()).situation();
    }
}
