package dev.countersign.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChosenTests {

    private enum Colour {
        RED,
        GREEN
    }

    @Test
    void takesSeveral() {
        assertThat(among("red", "green", "red")).containsExactly(Colour.RED, Colour.GREEN);
    }

    @Test
    void takesNothingForAll() {
        assertThat(among()).isEmpty();
        assertThat(among("", " ")).isEmpty();
    }

    @Test
    void readsWordsAsPeopleTypeThem() {
        assertThat(among("\u00A0Red\u200B")).containsExactly(Colour.RED);
    }

    @Test
    void saysWhichWordItDoesNotKnowAndWhichItDoes() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> among("red", "blue"))
                .withMessage("Expected to narrow the list by a colour, but 'blue' is not a colour.")
                .satisfies(refusal -> assertThat(refusal.wayOut()).isEqualTo("Choose among: red, green."))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(422));
    }

    @Test
    void asksWhoeverKnowsWhatIsMeantWhereThereAreTooManyToName() {
        assertThat(meant("\u00A0red ", "", "green")).containsExactly(Colour.RED, Colour.GREEN);
        assertThat(meant(" ")).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> meant("red", "blue"))
                .withMessage("Expected to narrow the list by a colour, but 'blue' is not a colour.")
                .satisfies(refusal -> assertThat(refusal.wayOut()).isEqualTo("Look at the wall."));
    }

    private static Set<Colour> meant(String... typed) {
        return Chosen.meant(
                "a colour",
                List.of(typed),
                word -> Stream.of(Colour.values())
                        .filter(colour -> colour.name().equalsIgnoreCase(word))
                        .toList(),
                "Look at the wall.");
    }

    private static Set<Colour> among(String... typed) {
        return Chosen.among(
                "a colour",
                List.of(typed),
                List.of(Colour.values()),
                colour -> colour.name().toLowerCase(Locale.ROOT));
    }
}
