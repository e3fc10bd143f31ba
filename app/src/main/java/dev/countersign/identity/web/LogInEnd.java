package dev.countersign.identity.web;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Ends a log-in at the identity provider, which would let the same browser in again without asking. */
@Component
class LogInEnd {

    private static final Logger LOG = LoggerFactory.getLogger(LogInEnd.class);

    private final ClientRegistration keycloak;
    private final ObjectProvider<SessionRepository<? extends Session>> sessions;
    private final RestClient requests =
            RestClient.builder().requestFactory(IdentityProvider.impatient()).build();

    LogInEnd(ClientRegistration keycloak, ObjectProvider<SessionRepository<? extends Session>> sessions) {
        this.keycloak = keycloak;
        this.sessions = sessions;
    }

    /** What a session asks the provider with. */
    Optional<String> token(String session) {
        return Optional.ofNullable(sessions.getIfAvailable())
                .flatMap(all -> Optional.ofNullable(all.findById(session)))
                .flatMap(LogInState::in)
                .map(LogInState::refreshToken);
    }

    /** Whether the provider said that it is done; the session here has ended whatever it says. */
    boolean end(String refreshToken) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("client_id", keycloak.getClientId());
        form.add("client_secret", keycloak.getClientSecret());
        form.add("refresh_token", refreshToken);
        try {
            return requests.post()
                    .uri(address())
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .toBodilessEntity()
                    .getStatusCode()
                    .is2xxSuccessful();
        } catch (RestClientException silent) {
            LOG.warn("The identity provider did not end a log-in: {}", silent.toString());
            return false;
        }
    }

    private String address() {
        return String.valueOf(
                keycloak.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"));
    }
}
