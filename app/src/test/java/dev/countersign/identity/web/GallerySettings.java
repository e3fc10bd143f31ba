package dev.countersign.identity.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** Nothing of the real stack: an identity provider that is only a name, a database that is never asked. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles(Gallery.PROFILE)
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
            "spring.flyway.enabled=false",
            "logging.level.org.springframework.scheduling.support=off",
            "spring.security.oauth2.client.provider.keycloak.issuer-uri=http://identity.example/realms/countersign",
            "spring.security.oauth2.client.registration.keycloak.client-id=countersign",
            "spring.security.oauth2.client.registration.keycloak.client-secret=secret"
        })
@interface GallerySettings {}
