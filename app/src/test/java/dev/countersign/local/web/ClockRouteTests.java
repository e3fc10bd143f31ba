package dev.countersign.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClockRouteTests {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost, true",
        "127.0.0.1, LOCALHOST, true",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, [::1], true",
        "127.0.0.1, rebound.example, false",
        "127.0.0.1, localhost.rebound.example, false",
        "127.0.0.1, 10.0.0.7, false",
        "10.0.0.7, localhost, false",
    })
    void answersThisMachineUnderItsOwnNamesOnly(String from, String name, boolean answered) {
        var request = new MockHttpServletRequest("POST", "/local/clock");
        request.setRemoteAddr(from);
        request.setServerName(name);

        assertThat(ClockRoute.isOnThisMachine(request)).isEqualTo(answered);
    }
}
