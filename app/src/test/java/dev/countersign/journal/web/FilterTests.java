package dev.countersign.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.journal.Search;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTests {

    private static final Filter NOTHING = new Filter(null, List.of(""), " ", null, null, null, null);

    @Test
    void searchesEverythingWhenNothingIsTyped() {
        assertThat(NOTHING.isEmpty()).isTrue();
        assertThat(NOTHING.search(Set.of())).isEqualTo(Search.everything());
    }

    @Test
    void findsAChangeByTheNamePeopleUse() {
        assertThat(Filter.stream("chg-000042")).isEqualTo("change/CHG-000042");
        assertThat(Filter.stream("ADD-000001")).isEqualTo("addendum/ADD-000001");
        assertThat(Filter.stream("registry/cart")).isEqualTo("registry/cart");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHG-42", "chg-0042", "#42", "42", "CHG-000042"})
    void findsAChangeByItsNumberHoweverThatIsWritten(String typed) {
        assertThat(Filter.stream(typed)).isEqualTo("change/CHG-000042");
    }

    @Test
    void readsNamesInTheirOneForm() {
        Filter filter =
                new Filter(List.of("\u00A0Ada ", "ben", "Ada"), null, null, " Cart\u200B API", null, null, null);
        assertThat(filter.people()).containsExactly("Ada", "ben");
        assertThat(filter.search(Set.of("ada")).system()).contains("cart-api");
    }

    @Test
    void countsTheLastDayIn() {
        Search search = new Filter(null, null, null, null, "2026-11-01", "2026-11-30", null).search(Set.of());
        assertThat(search.from()).isEqualTo(Optional.of(Instant.parse("2026-11-01T00:00:00Z")));
        assertThat(search.until()).isEqualTo(Optional.of(Instant.parse("2026-12-01T00:00:00Z")));
    }

    @Test
    void beginsAndEndsADayWhereItsReaderLives() {
        Filter filter = new Filter(null, null, null, null, "2026-10-25", "2026-10-25", "Europe/Madrid");
        assertThat(filter.search(Set.of()).from()).contains(Instant.parse("2026-10-24T22:00:00Z"));
        assertThat(filter.search(Set.of()).until()).contains(Instant.parse("2026-10-25T23:00:00Z"));
        assertThat(filter.at("/journal.csv"))
                .isEqualTo("/journal.csv?from=2026-10-25&to=2026-10-25&zone=Europe%2FMadrid");
    }

    @Test
    void saysWhichDayItDoesNotUnderstand() {
        Filter filter = new Filter(null, null, null, null, "yesterday", "+999999999-12-31", null);
        assertThat(filter.problems().keySet()).containsExactly("from", "to");
    }

    @Test
    void keepsTheSearchInItsAddressWhateverWasTyped() {
        Filter filter = new Filter(
                List.of("ada", "ben"), List.of("changes.moved", "changes.held"), "CHG-1&x={y}", null, null, null, null);
        assertThat(filter.at("/journal.csv"))
                .isEqualTo("/journal.csv?who=ada%2Cben&what=changes.moved%2Cchanges.held&subject=CHG-1%26x%3D%7By%7D");
    }
}
