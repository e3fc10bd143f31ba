package dev.countersign.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void takesFormulasForText(String cell) {
        assertThat(CsvFile.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "raise a=b", "3 steps", "'quoted'"})
    void leavesOtherCellsAlone(String cell) {
        assertThat(CsvFile.harmless(cell)).isEqualTo(cell);
    }
}
