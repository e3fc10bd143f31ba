package dev.countersign.matrix;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import dev.countersign.changes.SampleDocument;
import dev.countersign.matrix.Table.Row;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks the application as somebody, through all its filters. */
record Door(MockMvc house, Tokens tokens) {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    /** What routes get that take no form. */
    private static final Map<String, String> BODIES = Map.of(
            "/local/clock",
            "{\"add\": \"PT1S\"}",
            "/api/gate/decisions",
            """
            {"repository": "storefront/cart-worker", "sha": "{sha}", "system": "cart-worker", "environment": "production"}
            """,
            "/api/gate/deployments",
            """
            {"change": "{id}", "repository": "{repository}", "sha": "{sha}"}
            """,
            "/api/gate/commits",
            "{\"repository\": \"storefront/told\", \"sha\": \"%s\", \"pusher\": \"ada\"}".formatted(SampleDocument.SHA),
            "/api/registry/imports",
            "key,team\ncart-worker,Night crew\n");

    /** An address for a pattern that names none. */
    private static final Map<String, String> ADDRESSES = Map.of(
            "/actuator/health/**", "/actuator/health/liveness",
            "/css/**", "/css/countersign.css",
            "/js/**", "/js/countersign.js",
            "/img/**", "/img/countersign.svg",
            "/vendor/**", "/vendor/htmx.org@2.0.11/htmx.min.js",
            "/webjars/**", "/webjars/none.js",
            "/**", "/nowhere");

    static boolean takesForm(Row row) {
        return row.writes() && !BODIES.containsKey(row.path());
    }

    /** With all that belongs to it; a form is filled in and comes from a page of ours. */
    Answer ask(Row row, Scene scene, Caller caller) {
        if (takesForm(row)) {
            return answer(form(row, scene, scene.form(row.path()), caller).with(csrf()));
        }
        return answer(
                row.writes()
                        ? body(row, scene, caller)
                        : request(HttpMethod.GET, address(row, scene)).with(caller.with(tokens)));
    }

    Answer askWithEmptyForm(Row row, Scene scene, Caller caller) {
        return answer(form(row, scene, scene.emptyForm(), caller).with(csrf()));
    }

    /** A form that another site made somebody send. */
    Answer askByForgery(Row row, Scene scene, Caller caller) {
        return answer(form(row, scene, scene.form(row.path()), caller));
    }

    Answer answer(MockHttpServletRequestBuilder request) {
        try {
            return Answer.of(house.perform(request).andReturn());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private MockHttpServletRequestBuilder form(Row row, Scene scene, Map<String, String> fields, Caller caller) {
        var form = request(HttpMethod.POST, address(row, scene))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .with(caller.with(tokens));
        fields.forEach(form::param);
        return form.param("_do", row.path().equals("/policy/drafts/{id}/edit") ? "save" : "send");
    }

    private MockHttpServletRequestBuilder body(Row row, Scene scene, Caller caller) {
        String text = BODIES.getOrDefault(row.path(), "");
        return request(HttpMethod.POST, row.path())
                .contentType(text.startsWith("{") ? MediaType.APPLICATION_JSON : CSV)
                .content(text.replace("{id}", scene.places().getOrDefault("id", ""))
                        .replace("{sha}", scene.places().getOrDefault("sha", SampleDocument.SHA))
                        .replace("{repository}", scene.places().getOrDefault("repository", "storefront/cart-worker")))
                .with(caller.with(tokens));
    }

    private static URI address(Row row, Scene scene) {
        return UriComponentsBuilder.fromUriString(ADDRESSES.getOrDefault(row.path(), row.path()))
                .encode()
                .buildAndExpand(scene.places())
                .toUri();
    }
}
