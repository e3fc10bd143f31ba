package dev.countersign.changes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.countersign.spelling.TypedSearch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedSearchTests {

    @Test
    void takesWhatIsNamedOutOfTheWords() {
        var search = typed("who:ada raise System:checkout-api state:approved,closed mine the pool tier:1 #42");

        assertThat(search.said(SearchName.WHO)).containsExactly("ada");
        assertThat(search.said(SearchName.SYSTEM)).containsExactly("checkout-api");
        assertThat(search.said(SearchName.STATE)).containsExactly("approved", "closed");
        assertThat(search.said(SearchName.TIER)).containsExactly("1");
        assertThat(search.isMine()).isTrue();
        assertThat(search.words()).containsExactly("raise", "the", "pool", "#42");
        assertThat(search.problems()).isEmpty();
    }

    @Test
    void keepsSpacesInQuotes() {
        var search = typed("who:\"Ada Okafor\" state:“in review” \"after:all\" \"mine\"");

        assertThat(search.said(SearchName.WHO)).containsExactly("Ada Okafor");
        assertThat(search.said(SearchName.STATE)).containsExactly("in review");
        assertThat(search.words()).containsExactly("after:all", "mine");
        assertThat(search.shown()).containsExactly("\"after:all\"", "\"mine\"");
        assertThat(search.isMine()).isFalse();
        assertThat(search.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"satte:approved, satte:", "owner:ada, owner:", "feat:add, feat:"})
    void saysWhatCannotBeAskedFor(String typed, String unknown) {
        var search = typed(typed + " pool");

        assertThat(search.problems())
                .singleElement()
                .asString()
                .contains("can't search by “" + unknown + "”", "who:, state:, system:, tier:, after:, before: or mine")
                .contains("put “" + typed + "” in quotes");
    }

    @Test
    void saysThatNothingStandsBehindAName() {
        assertThat(typed("state: approved").problems())
                .containsExactly("Nothing stands after “state:”. Write it without a space, such as state:approved.");
        assertThat(typed("who:\"\"").problems()).hasSize(1);
        assertThat(typed("tier:,").problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Checkout: raise the pool", "12:30", "https://tickets.example/OPS-1", ":", "::", "%", "it's"})
    void takesWhatNamesNothingForWords(String typed) {
        var search = typed(typed);

        assertThat(search.problems()).isEmpty();
        assertThat(search.said()).isEmpty();
        assertThat(String.join(" ", search.shown())).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"", "\"\"", "\u200B", "\u0000"})
    void findsNothingInNothing(String typed) {
        assertThat(typed(typed))
                .extracting(TypedSearch::words, TypedSearch::problems, TypedSearch::isMine)
                .containsExactly(List.of(), List.of(), false);
    }

    @Test
    void readsWhateverIsTypedInAMoment() {
        for (String part : List.of("\"", "who:", "a:", "a", "-", ":", "who:\"", "\\", "who:\u202E")) {
            String typed = part.repeat(20_000 / part.length());
            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> typed(typed)))
                    .isNotNull();
        }
    }

    private static TypedSearch<SearchName> typed(String words) {
        return TypedSearch.of(words, List.of(SearchName.values()));
    }
}
