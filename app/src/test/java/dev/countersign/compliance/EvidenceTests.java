package dev.countersign.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTests {

    @ParameterizedTest
    @CsvSource({
        "rollbackRehearsedOn, Rollback rehearsed on",
        "windowEnd, Window closes",
        "controlPlane, Changes a control plane",
        "steps[1].validation, Steps 2 validation",
        "aiSources[0].updatedOn, Knowledge sources 1 updated on",
        "commits[9], Commits 10",
        "alarms, Alarms",
        "somethingElse, something else",
    })
    void saysThePlaceInWords(String field, String words) {
        assertThat(new Evidence(field, "", "").where()).isEqualTo(words);
    }

    @Test
    void shortensWhatNobodyWouldRead() {
        assertThat(new Evidence("why", "", "x".repeat(5000)).actual()).hasSize(300);
    }
}
