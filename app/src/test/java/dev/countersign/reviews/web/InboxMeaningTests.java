package dev.countersign.reviews.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.identity.PersonId;
import dev.countersign.reviews.InboxFilter;
import dev.countersign.reviews.InboxOrder;
import dev.countersign.reviews.InboxPlace;
import dev.countersign.reviews.InboxState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxMeaningTests {

    private static final InboxMeaning.Dictionary DICTIONARY = new InboxMeaning.Dictionary(
            word -> word.equals("ada") ? Set.of(PersonId.recorded("ada")) : Set.of(),
            word -> word.equals("cart-worker") ? Set.of(word) : Set.of(),
            word -> word.equalsIgnoreCase("checkout") ? Set.of("checkout") : Set.of());

    @Test
    void asksForEverythingWhenNothingIsAsked() {
        InboxSearch search = typed(null);

        assertThat(search.filter()).isEqualTo(InboxFilter.ALL);
        assertThat(search.order()).isEqualTo(InboxOrder.YOURS);
        assertThat(search.isEmpty()).isTrue();
        assertThat(search.query()).isEmpty();
    }

    @Test
    void takesTheSameFromTheSearchFieldAndFromTheFieldsBesideIt() {
        InboxSearch said =
                typed("who:ada state:unclaimed,mine tier:1 system:cart-worker department:Checkout pool size");
        InboxSearch chosen = search(new InboxAsked(
                "pool size",
                List.of("mine", "unclaimed"),
                List.of("ada"),
                List.of("cart-worker"),
                List.of("1"),
                List.of("checkout"),
                null,
                null,
                null));

        assertThat(said.problems()).isEmpty();
        assertThat(said.filter()).isEqualTo(chosen.filter());
        assertThat(said.query())
                .isEqualTo(chosen.query())
                .isEqualTo(
                        "text=pool%20size&state=mine&state=unclaimed&tier=1&system=cart-worker&department=checkout&who=ada");
    }

    @ParameterizedTest
    @CsvSource({
        "mine, MINE",
        "state:others, OTHERS",
        "state:\"Claimed by you\", MINE",
        "state:assigned-to-others, OTHERS"
    })
    void knowsAStateByItsWordAndByItsLabel(String text, InboxState state) {
        assertThat(typed(text).filter().states()).containsExactly(state);
    }

    @ParameterizedTest
    @CsvSource({
        "who:nobody, No person is called “nobody”",
        "state:approved, 'Choose among: unclaimed, mine, others.'",
        "tier:9, There is no tier “9”",
        "system:till, No system is called “till”",
        "department:attic, No department is called “attic”",
        "after:2026-11-01, can't search by “after:”"
    })
    void leavesNothingOutSilently(String text, String problem) {
        InboxSearch search = typed(text);

        assertThat(search.problems()).singleElement().asString().contains(problem);
        assertThat(search.text()).isEqualTo(text);
        assertThat(search.isWorthSaving()).isFalse();
    }

    @Test
    void spellsTheAddressSoThatItMeansTheSameAgain() {
        InboxSearch search = typed("\"a&b=c\" 100% who:ada");

        assertThat(search.query()).isEqualTo("text=%22a%26b%3Dc%22%20100%25&who=ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1764550000000000.42", "4.999999999999999999.7", "0.-5.1"})
    void goesOnAfterAPlace(String typed) {
        assertThat(InboxPlace.of(typed)).map(InboxPlace::toString).contains(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "1.2", "1.2.x", "1.2.99999999999999999999", "1.2.3 OR 1=1"})
    void beginsAnewAfterWhatIsNoPlace(String typed) {
        assertThat(InboxPlace.of(typed)).isEmpty();
    }

    private static InboxSearch typed(@Nullable String text) {
        return search(new InboxAsked(text, null, null, null, null, null, null, null, null));
    }

    private static InboxSearch search(InboxAsked asked) {
        return new InboxMeaning(asked, DICTIONARY).search();
    }
}
