package dev.countersign.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.local.OnRealStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

@OnRealStack
class ApiDescriptionIT {

    private static final Path KEPT = Path.of("docs", "openapi.yaml");
    private static final Path GENERATED = Path.of("target", "openapi.yaml");

    @Autowired
    private OpenApiWebMvcResource description;

    @Test
    void describesTheApiAsItIs() throws Exception {
        byte[] yaml = description.openapiYaml(
                new MockHttpServletRequest("GET", "/v3/api-docs.yaml"), "/v3/api-docs.yaml", Locale.ENGLISH);
        Files.write(GENERATED, yaml);
        assertThat(Files.exists(KEPT) ? Files.readString(KEPT) : "")
                .as("docs/openapi.yaml; if the API is meant to change, copy target/openapi.yaml over it")
                .isEqualTo(new String(yaml, UTF_8));
    }
}
