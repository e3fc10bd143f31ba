package dev.countersign.forms;

import static dev.countersign.forms.Sent.changeRequest;
import static dev.countersign.forms.Sent.completeChange;
import static dev.countersign.forms.Sent.with;
import static dev.countersign.forms.Sent.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of a text that somebody typed to find a choice. */
class PickingTests {

    private static final Offers SYSTEMS = Offers.of(
                    "registeredSystems",
                    List.of(
                            new Option("checkout-api", "Checkout API (tier 1)"),
                            new Option("checkout-web", "Checkout web (tier 1)"),
                            new Option("basket-api", "Basket API (tier 2)")))
            .and("people", List.of(new Option("ben", "Ben Castillo")));

    @Test
    void addsTheOnlyChoiceThatHasItInItsName() {
        assertThat(chosen(added("basket"))).containsExactly("basket-api");
        assertThat(chosen(added("WEB (tier"))).containsExactly("checkout-web");
        assertThat(systems(added("basket")).problem()).isNull();
    }

    @Test
    void saysBesideTheFieldThatSeveralFitAndOffersThem() {
        var field = systems(added("checkout"));
        assertThat(field.problem())
                .isEqualTo(
                        "“Systems” has 2 choices with ‘checkout’. Tick the ones you mean, or type more of the name.");
        assertThat(near(field)).containsExactly("checkout-api", "checkout-web");
        assertThat(added("checkout").view().problems()).isEmpty();
    }

    @Test
    void saysThatNoneFitsAndOffersWhatIsNear() {
        assertThat(systems(added("chekcout-api")).problem()).startsWith("“Systems” has no choice ‘chekcout-api’.");
        assertThat(near(systems(added("chekcout-api")))).containsExactly("checkout-api");
        assertThat(near(systems(added("baskte")))).containsExactly("basket-api");
        var nowhere = systems(added("moon-base"));
        assertThat(nowhere.problem()).isEqualTo("“Systems” has no choice ‘moon-base’.");
        assertThat(nowhere.value()).isEqualTo("moon-base");
    }

    @Test
    void looksForItWhenSomebodyPressesEnterToo() {
        var entered = changeRequest().read(Sent.fields("systems", "checkout", "_refresh", "enter"), SYSTEMS);
        assertThat(systems(entered).problem()).contains("2 choices");
        var goingOn = changeRequest().read(Sent.fields("systems", "checkout", "_refresh", "live"), SYSTEMS);
        assertThat(systems(goingOn).problem()).isNull();
        assertThat(systems(goingOn).value()).isEqualTo("checkout");
    }

    @Test
    void handsNothingInWhileATextStandsThatWasNotAdded() {
        var several = new LinkedHashMap<>(completeChange());
        several.put("systems", List.of("basket-api", "checkout"));
        var sent = changeRequest().read(several, SYSTEMS);
        assertThat(words(sent))
                .containsExactly(
                        "“Systems” has 2 choices with ‘checkout’. Tick the ones you mean, or type more of the name.");
        assertThat(chosen(sent)).containsExactly("basket-api");
        assertThat(words(changeRequest().read(with(completeChange(), "systems", "basket"), SYSTEMS)))
                .singleElement()
                .asString()
                .startsWith("“Systems” has no choice ‘basket’. Tick what you mean");
    }

    private static Reading added(String text) {
        return changeRequest().read(Sent.fields("systems", text, "_refresh", "live", "_add", "systems"), SYSTEMS);
    }

    private static List<String> chosen(Reading reading) {
        return systems(reading).choices().stream()
                .filter(FormView.Choice::chosen)
                .map(FormView.Choice::value)
                .toList();
    }

    private static List<String> near(FormView.Field field) {
        return field.choices().stream()
                .filter(FormView.Choice::near)
                .map(FormView.Choice::value)
                .toList();
    }

    private static FormView.Field systems(Reading reading) {
        return shown(reading.view().parts().stream())
                .filter(field -> field.name().equals("systems"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<FormView.Field> shown(Stream<FormView.Shown> parts) {
        return parts.flatMap(part -> switch (part) {
            case FormView.Section section -> shown(section.parts().stream());
            case FormView.Field field -> Stream.of(field);
            case FormView.Columns row -> shown(row.parts().stream());
            case FormView.Repeated ignored -> Stream.empty();
        });
    }
}
