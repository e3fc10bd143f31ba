package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** The tabs of one browser that wait for a log-in. */
class LogInsUnderWayTests {

    private final LogInsUnderWay underWay = new LogInsUnderWay();
    private final MockHttpSession session = new MockHttpSession();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void answersEachTabByItsOwnStateAndOnce() {
        begin("one");
        begin("two");
        assertThat(underWay.removeAuthorizationRequest(answer("one"), response))
                .extracting(OAuth2AuthorizationRequest::getState)
                .isEqualTo("one");
        assertThat(underWay.removeAuthorizationRequest(answer("one"), response)).isNull();
        assertThat(underWay.loadAuthorizationRequest(answer("two"))).isNotNull();
        assertThat(underWay.loadAuthorizationRequest(answer("three"))).isNull();
    }

    @Test
    void keepsTheLatestFew() {
        for (int tab = 0; tab <= LogInsUnderWay.MOST; tab++) {
            begin("tab " + tab);
        }
        assertThat(underWay.loadAuthorizationRequest(answer("tab 0"))).isNull();
        assertThat(underWay.loadAuthorizationRequest(answer("tab 1"))).isNotNull();
    }

    @Test
    void leadsToNoPageButOurs() {
        var state = new Destination("/changes?text=a+b", false).within("random");
        assertThat(Destination.of(state)).isEqualTo(new Destination("/changes?text=a+b", false));
        assertThat(new Destination("https://elsewhere.example", false).page()).isEqualTo("/");
        assertThat(new Destination("//elsewhere.example", false).page()).isEqualTo("/");
        assertThat(Destination.of("random.%%%").isHome()).isTrue();
        assertThat(Destination.of(null).isHome()).isTrue();
    }

    private void begin(String state) {
        underWay.saveAuthorizationRequest(
                OAuth2AuthorizationRequest.authorizationCode()
                        .authorizationUri("https://identity.example/auth")
                        .clientId("countersign")
                        .state(state)
                        .build(),
                answer(state),
                response);
    }

    private MockHttpServletRequest answer(String state) {
        var request = new MockHttpServletRequest();
        request.setSession(session);
        request.setParameter("state", state);
        return request;
    }
}
