package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Personas;
import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Told;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.web.servlet.FlashMap;

class SessionBytesTests {

    private final SessionBytes bytes = new SessionBytes();

    @Test
    void bringsBackWhoIsLoggedIn() {
        var context = new SecurityContextImpl(TestPrincipals.loggedIn(Personas.ELENA));
        var back = (SecurityContextImpl) kept(context);
        assertThat(Acting.in(back.getAuthentication())).contains(Personas.ELENA);
    }

    @Test
    void bringsBackALogInThatIsUnderWay() {
        var request = OAuth2AuthorizationRequest.authorizationCode()
                .clientId("countersign")
                .authorizationUri("http://identity.example/auth")
                .state("state")
                .attributes(all -> all.put("nonce", "nonce"))
                .build();
        assertThat(kept(request)).isInstanceOf(OAuth2AuthorizationRequest.class);
        assertThat(request.getGrantType()).isEqualTo(AuthorizationGrantType.AUTHORIZATION_CODE);
        var wanted = new MockHttpServletRequest("GET", "/changes");
        wanted.addHeader("Accept-Language", "en");
        assertThat(kept(new DefaultSavedRequest(wanted))).isInstanceOf(DefaultSavedRequest.class);
    }

    @Test
    void bringsBackWhatWasTypedAndWhatTheNextPageSays() {
        var typed = new SalvageStore.Entry(
                "/changes/new", new Salvaged(Map.of("steps", List.of("one", "two", "three")), Salvaged.Why.ENDED));
        assertThat(kept(typed)).isEqualTo(typed);
        assertThat(kept(new DefaultCsrfToken("X-CSRF", "_csrf", "secret"))).isInstanceOf(DefaultCsrfToken.class);
        var next = new FlashMap();
        next.put("said", "It is yours.");
        next.put(
                "refused",
                Refusal.conflict("reviews.already-claimed")
                        .cannot("claim it")
                        .because("%s [has|have] claimed it", Personas.BEN.id())
                        .instead("Take another."));
        var said = (List<?>) kept(new CopyOnWriteArrayList<>(List.of(next)));
        Map<?, ?> first = (Map<?, ?>) said.getFirst();
        assertThat(first.get("said")).isEqualTo("It is yours.");
        assertThat(((Refusal) first.get("refused")).told(_ -> "Ben Adeyemi"))
                .isEqualTo(new Told(
                        "You can't claim it: Ben Adeyemi has claimed it.",
                        "Ben Adeyemi has claimed it.",
                        "Take another."));
    }

    @Test
    void makesNothingOfAnotherClass() {
        assertThat(kept(new Date())).isNull();
        assertThat(kept(new ArrayList<>(List.of(new Date())))).isNull();
        assertThat(kept(new Date[] {new Date()})).isNull();
        assertThat(kept(new Foreign())).isNull();
        assertThat(Foreign.read).isFalse();
    }

    @Test
    void takesWhatIsNoObjectForNothing() {
        assertThat(bytes.convert(new byte[] {1, 2, 3})).isNull();
        assertThat(bytes.convert(new byte[0])).isNull();
    }

    private Object kept(Object value) {
        var written = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(written)) {
            out.writeObject(value);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        return bytes.convert(written.toByteArray());
    }

    static final class Foreign implements java.io.Serializable {

        static boolean read;

        private void readObject(java.io.ObjectInputStream in) {
            read = true;
        }
    }
}
