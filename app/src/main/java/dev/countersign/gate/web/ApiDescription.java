package dev.countersign.gate.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says beside its routes; `app/docs/openapi.yaml` is a copy that a test compares. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";

    @Bean
    OpenAPI describedApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Countersign")
                        .version("1")
                        .description(
                                "For pipelines: tell who is behind a commit, ask before a deployment, tell after it. For catalogues: read and bring"
                                        + " systems. Errors are problem details (RFC 9457) with a stable `code`, a sentence and"
                                        + " a `wayOut`."))
                .servers(List.of(new Server().url("/")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT")
                                                .description(
                                                        "A Keycloak token for audience `countersign-api`: a service account's"
                                                                + " with role `gate`, or for the registry one of a person with a role.")))
                .security(List.of(new SecurityRequirement().addList(BEARER)));
    }
}
