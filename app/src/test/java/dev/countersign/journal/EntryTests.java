package dev.countersign.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTests {

    @Test
    void leadsFromItsStreamToThePageOfWhatItIsAbout() {
        assertThat(in("change/CHG-000042").page()).contains("/changes/CHG-000042");
        assertThat(in("addendum/ADD-000001").page()).contains("/policy/addenda/ADD-000001");
        assertThat(in("policy/POL-000001").page()).contains("/policy/drafts/POL-000001");
        assertThat(in("system/cart-api").page()).contains("/registry/cart-api");
        assertThat(in("bypass/BYP-000001").page()).contains("/gate/bypasses/BYP-000001");
        assertThat(in("incident/INC-000001").page()).contains("/registry/incidents/INC-000001");
        assertThat(in("absence/elena").page()).contains("/reviews/absences");
        assertThat(in("registry/cart").page()).isEmpty();
        assertThat(in("loose").page()).isEmpty();
    }

    @Test
    void callsWhatItIsAboutAsPeopleDo() {
        assertThat(in("change/CHG-000042").subject()).isEqualTo("CHG-000042");
        assertThat(in("loose").subject()).isEqualTo("loose");
    }

    private static Entry in(String stream) {
        return new Entry(
                1, stream, 1, Instant.EPOCH, "kind", "ada", List.of(), "did it", "{}", Hash.BEGINNING, Hash.BEGINNING);
    }
}
