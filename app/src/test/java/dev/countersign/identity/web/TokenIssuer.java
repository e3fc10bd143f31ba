package dev.countersign.identity.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Signs tokens as Keycloak does and publishes its key. */
final class TokenIssuer {

    static final String REALM = "http://identity.example/realms/countersign";

    private final RSAKey key;
    private final HttpServer server;

    TokenIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("k1").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException failed) {
            throw new AssertionError(failed);
        }
        server.createContext("/certs", exchange -> {
            var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    String keysAddress() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/certs";
    }

    String token(String person, List<String> roles) {
        return token(person, roles, "countersign-api", REALM, 60);
    }

    String token(String person, List<String> roles, String audience, String issuer, long seconds) {
        var claims = new JWTClaimsSet.Builder()
                .subject("account")
                .issuer(issuer)
                .audience(audience)
                .claim("person", person)
                .claim("realm_access", Map.of("roles", roles))
                .issueTime(Date.from(Instant.now().minusSeconds(600)))
                .expirationTime(Date.from(Instant.now().plusSeconds(seconds)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException failed) {
            throw new AssertionError(failed);
        }
        return token.serialize();
    }
}
