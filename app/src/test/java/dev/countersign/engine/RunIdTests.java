package dev.countersign.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTests {

    @Test
    void namesASubjectAndTheTryAtItsProcess() {
        assertThat(RunId.parse("CHG-000042/3")).isEqualTo(new RunId("CHG-000042", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "CHG-000042", "/1", "CHG-000042/", "CHG-000042/first"})
    void isRefusedWhenItNamesNoRun(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RunId.parse(text));
    }
}
