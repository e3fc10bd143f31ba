package dev.countersign.reviews;

import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.identity.SignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.countersign.PlainPage;
import dev.countersign.identity.Person;
import dev.countersign.local.OnRealStack;
import dev.countersign.refusals.Refusal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OnRealStack
class SavedFiltersIT {

    @Autowired
    private SavedFilters filters;

    @Autowired
    private MockMvcTester pages;

    @BeforeEach
    @AfterEach
    void forget() {
        filters.of(CHLOE).forEach(one -> filters.delete(CHLOE, one.id()));
    }

    @Test
    void standAboveTheListOfWhoSavedThemAndOfNobodyElse() {
        var answer = pages.post()
                .uri("/reviews/filters")
                .with(as(CHLOE))
                .with(csrf())
                .param("name", "  Mine & critical ")
                .param("text", "tier:1 state:mine pool")
                .exchange();

        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/reviews?text=pool&state=mine&tier=1");
        assertThat(page(CHLOE, "/reviews"))
                .contains("href=\"/reviews?text=pool&amp;state=mine&amp;tier=1\"", "Mine &amp; critical");
        assertThat(page(DMITRI, "/reviews")).doesNotContain("Mine &amp; critical");
        filters.delete(DMITRI, filters.of(CHLOE).getFirst().id());
        assertThat(filters.of(CHLOE)).hasSize(1);
    }

    @Test
    void areReplacedUnderTheSameNameAndNotWithoutNumber() {
        IntStream.range(0, SavedFilters.MOST).forEach(number -> filters.save(CHLOE, "Filter " + number, "tier=1"));
        filters.save(CHLOE, "Filter 3", "tier=2");

        assertThat(filters.of(CHLOE))
                .hasSize(SavedFilters.MOST)
                .extracting(SavedFilter::query)
                .contains("tier=2");
        assertThat(refused("One more", "tier=3").code()).isEqualTo("reviews.too-many-filters");
        assertThat(refused(" ", "tier=3").code()).isEqualTo("reviews.filter-unnamed");
        assertThat(refused("Everything", "").code()).isEqualTo("reviews.filter-empty");
    }

    private Refusal refused(String name, String query) {
        return catchThrowableOfType(Refusal.class, () -> filters.save(CHLOE, name, query));
    }

    private String page(Person reader, String address) {
        return PlainPage.of(pages, address, as(reader)).html();
    }
}
