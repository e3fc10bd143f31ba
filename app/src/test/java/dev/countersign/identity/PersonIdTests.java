package dev.countersign.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonIdTests {

    private static final String CYRILLIC = "\u0430da";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "Ada",
                "ADA",
                "ada ",
                " ada",
                "ada\u00A0",
                "a\u200Bda",
                "\uFF41\uFF44\uFF41",
                "\u202Aada\u202C"
            })
    void isOnePersonInEverySpelling(String typed) {
        assertThat(PersonId.of(typed)).contains(new PersonId("ada"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {CYRILLIC, "", "\u200B", "ada lovelace", ".ada", "m\u00FCller", "ada\u0301", "a/b", "\u0131da"})
    void isNobodyOutsideItsAlphabet(String typed) {
        assertThat(PersonId.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "omar.saleh", "ada@corp.example", "5f0c9d2e-1111-4222-8333-444455556666", "a_b+c"})
    void takesWhatAccountsAreCalled(String typed) {
        assertThat(PersonId.of(typed)).contains(new PersonId(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "ada ", CYRILLIC, ""})
    void holdsItsOneFormOnly(String other) {
        assertThatThrownBy(() -> new PersonId(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isFullAtSixtyFour() {
        assertThat(PersonId.of("x".repeat(64))).isPresent();
        assertThat(PersonId.of("x".repeat(65))).isEmpty();
    }

    @Test
    void saysWhyItIsNobody() {
        assertThat(PersonId.flaw(CYRILLIC)).isEqualTo("its character 1 is U+0430 CYRILLIC SMALL LETTER A");
        assertThat(PersonId.flaw("ada lovelace")).isEqualTo("its character 4 is U+0020 SPACE");
        assertThat(PersonId.flaw("x".repeat(65))).isEqualTo("it has more than 64 characters");
        assertThat(PersonId.flaw("\u200B")).isEqualTo("it is empty");
    }

    @Test
    void readsTheRecordOfOldInItsOneForm() {
        assertThat(PersonId.recorded("Ada")).isEqualTo(new PersonId("ada"));
        assertThat(PersonId.recorded(CYRILLIC).value()).matches("former-[0-9a-f]{16}");
        assertThat(PersonId.recorded(CYRILLIC)).isNotEqualTo(PersonId.recorded("m\u00FCller"));
    }
}
