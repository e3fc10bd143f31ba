package dev.countersign.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM(A1)"})
    void takesFormulasForText(String cell) {
        assertThat(SpreadsheetCell.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "raise a=b", "3 steps", "'quoted'"})
    void leavesOtherCellsAlone(String cell) {
        assertThat(SpreadsheetCell.harmless(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=1+1", "'=1+1", "''@x", "'quoted'", "'", "plain", "＝1+1", "'＠x"})
    void isReadAsItWasMeant(String cell) {
        assertThat(SpreadsheetCell.meant(SpreadsheetCell.harmless(cell))).isEqualTo(cell);
    }

    /** A file that people wrote by hand has no mark before what looks like a formula. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "-1", "@x", "+49", "'quoted"})
    void isLeftAloneWhereNobodyMadeItHarmless(String cell) {
        assertThat(SpreadsheetCell.meant(cell)).isEqualTo(cell);
    }
}
