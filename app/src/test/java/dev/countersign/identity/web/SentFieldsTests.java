package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class SentFieldsTests {

    @Test
    void areNotWhatTheAddressSays() {
        var request = new MockHttpServletRequest("POST", "/reviews/reassignments");
        request.setQueryString("task=16&task=21&the%20rest=x&bare");
        request.addParameter("task", "16", "21");
        request.addParameter("the rest", "x");
        request.addParameter("bare", "");
        request.addParameter("whom", "dmitri");

        assertThat(SentFields.of(request)).containsExactly(Map.entry("whom", List.of("dmitri")));
    }

    @Test
    void areAllThatWasSentToABareAddress() {
        var request = new MockHttpServletRequest("POST", "/changes/CHG-000001/hold");
        request.addParameter("reason", "The alarm is silent.");

        assertThat(SentFields.of(request)).containsOnlyKeys("reason");
    }
}
