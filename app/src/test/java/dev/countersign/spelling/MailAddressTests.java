package dev.countersign.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@countersign.example",
                " Ada@Countersign.Example\u00A0",
                "Ada Okafor <ada@countersign.example>",
                "\"Okafor, Ada <x>\" < ADA@countersign.example >",
                "ada@counter\u200Bsign.example"
            })
    void readsEverySpellingOfAnAddressAsOne(String typed) {
        assertThat(MailAddress.of(typed)).contains(new MailAddress("ada@countersign.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "Ada <>", "Ada <ada>", "a b@c", "a@b@c", "<a@b> x"})
    void refusesWhatIsNoAddress(String typed) {
        assertThat(MailAddress.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "github.com/Ada-Okafor, ada-okafor@users.noreply.github.com",
        "https://gitlab.com/ada, ada@users.noreply.gitlab.com",
        "git.house.example/ada, ada@users.noreply.git.house.example"
    })
    void knowsTheAddressThatAForgeMakesUp(String account, String address) {
        assertThat(MailAddress.atForge(account)).contains(new MailAddress(address));
    }

    /** Letters as wide as those of Chinese are the same letters. */
    @Test
    void isTheSameInWideLetters() {
        assertThat(MailAddress.of("\uFF41da@countersign.example")).contains(new MailAddress("ada@countersign.example"));
    }

    @Test
    void guessesAtNoForge() {
        assertThat(MailAddress.atForge("ada")).isEmpty();
        assertThat(MailAddress.atForge("github.com/")).isEmpty();
        assertThat(MailAddress.atForge("github.com/a/b")).isEmpty();
    }
}
