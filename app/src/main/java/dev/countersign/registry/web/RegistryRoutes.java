package dev.countersign.registry.web;

import dev.countersign.identity.BodyLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two routes on which files come in: a person's, and a program's. */
@Configuration(proxyBeanMethods = false)
class RegistryRoutes {

    private static final int LARGEST = 12 * 1024 * 1024;

    @Bean
    BodyLimit importOfAPerson() {
        return new BodyLimit("/registry/imports", LARGEST);
    }

    @Bean
    BodyLimit importOfAProgram() {
        return new BodyLimit("/api/registry/imports", LARGEST);
    }
}
