package dev.countersign.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t1", "\r1", "\n1", "＝1+1", "＋1", "－1", "＠SUM(A1)"})
    void takesFormulasForText(String cell) {
        assertThat(SpreadsheetCell.harmless(cell)).isEqualTo("'" + cell);
    }

    /** A spreadsheet of a country that writes 1,5 begins a new cell at a semicolon, and some at a tab or in a new line. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "x;=HYPERLINK(1), x;'=HYPERLINK(1)",
                "x;'=1,           x;''=1",
                "=1;@x;y,         '=1;'@x;y",
                "|a\n-2+cmd|,     |a\n'-2+cmd|",
                "|\t=1|,          |'\t'=1|",
                "a;b -c,          a;b -c"
            })
    void takesWhatWouldBeginANewCellForText(String cell, String harmless) {
        assertThat(SpreadsheetCell.harmless(cell)).isEqualTo(harmless);
        assertThat(SpreadsheetCell.meant(harmless)).isEqualTo(cell);
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
