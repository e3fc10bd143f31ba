package dev.countersign.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTests {

    @ParameterizedTest
    @CsvSource({
        "rollbackRehearsedOn, rollback rehearsed on",
        "steps[1].validation, steps 2 validation",
        "aiSources[0].updatedOn, ai sources 1 updated on",
        "commits[9], commits 10",
        "alarms, alarms",
    })
    void saysThePlaceInWords(String field, String words) {
        assertThat(new Evidence(field, "", "").where()).isEqualTo(words);
    }

    @Test
    void shortensWhatNobodyWouldRead() {
        assertThat(new Evidence("why", "", "x".repeat(5000)).actual()).hasSize(300);
    }
}
