package dev.countersign.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTests {

    @Test
    void leadsFromAStreamToItsPage() {
        assertThat(Line.path("change/CHG-000042")).isEqualTo("/changes/CHG-000042");
        assertThat(Line.path("addendum/ADD-000001")).isEqualTo("/policy/addenda/ADD-000001");
        assertThat(Line.path("system/cart-api")).isEqualTo("/registry/cart-api");
        assertThat(Line.path("incident/INC-000001")).isEqualTo("/registry/incidents/INC-000001");
        assertThat(Line.path("registry/cart")).isNull();
        assertThat(Line.path("loose")).isNull();
    }
}
