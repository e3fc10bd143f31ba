package dev.countersign.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.countersign.Personas;
import dev.countersign.identity.Person;
import dev.countersign.identity.web.TestPrincipals;
import dev.countersign.local.OnRealStack;
import dev.countersign.registry.ProposalId;
import dev.countersign.registry.Proposals;
import dev.countersign.registry.Systems;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnRealStack
class RegistryApiIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    WebApplicationContext context;

    @Autowired
    Proposals proposals;

    @Autowired
    Systems systems;

    private MockMvcTester api;

    @BeforeEach
    void open() {
        api = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
    }

    @Test
    void leadsThroughAllSystemsByLinks() {
        Set<String> seen = new HashSet<>();
        String path = "/api/registry/systems?consumerFacing=true";
        int pages = 0;
        while (!path.isEmpty()) {
            var answer = get(path);
            assertThat(answer).hasStatusOk();
            json(answer)
                    .valueStream()
                    .forEach(system ->
                            assertThat(seen.add(system.path("key").asString())).isTrue());
            path = next(answer);
            pages++;
        }
        assertThat(pages).isGreaterThan(2);
        assertThat(seen).contains("checkout-api").doesNotContain("cart-console");
    }

    @Test
    void readsOneSystemWithTheTierThatCounts() {
        JsonNode system = json(get("/api/registry/systems/checkout-api"));
        assertThat(system.path("director").asString()).isEqualTo("elena");
        assertThat(system.path("vp").asString()).isEqualTo("grace");
        assertThat(system.path("tier").asInt())
                .isEqualTo(systems.get("checkout-api").tier());
        assertThat(system.path("dataClass").asString()).isEqualTo("internal");
        assertThat(get("/api/registry/systems/no-such-thing")).hasStatus(404);
        assertThat(get("/api/registry/systems?after=nowhere")).hasStatus(422);
    }

    @Test
    void listsIncidentsTheNewestFirst() {
        JsonNode incidents = json(get("/api/registry/incidents?noRecord=true"));
        assertThat(incidents.valueStream())
                .isNotEmpty()
                .allSatisfy(incident ->
                        assertThat(incident.path("noRecord").asBoolean()).isTrue());
    }

    @Test
    void showsWhatAFileWouldChangeAndWritesNothing() {
        var answer = post("?dryRun=true", "text/csv", "key,team\ncart-worker,Night crew\n", Personas.JONAS);
        assertThat(answer).hasStatusOk();
        assertThat(json(answer).path("changed").asInt()).isEqualTo(1);
        assertThat(json(answer).path("proposal").isNull()).isTrue();
        assertThat(json(answer)
                        .path("differences")
                        .path(0)
                        .path("fields")
                        .path(0)
                        .path("wanted")
                        .asString())
                .isEqualTo("Night crew");
        assertThat(proposals.openAbout("cart-worker", 100))
                .noneMatch(proposal -> proposal.reason().contains("program"));
    }

    @Test
    void proposesAFileForASecondPerson() {
        String yaml = """
                kind: Component
                metadata:
                  name: api-made
                  annotations: {countersign.dev/owner: jonas, countersign.dev/declared-tier: 3}
                spec: {owner: group:default/checkout}
                """;
        var answer = post("?dryRun=false", "application/yaml", yaml, Personas.JONAS);
        assertThat(answer).hasStatus(201);
        var id = new ProposalId(json(answer).path("proposal").asString());
        assertThat(answer).headers().hasValue("Location", "/registry/proposals/" + id);
        assertThat(systems.find("api-made")).isEmpty();
        proposals.decide(id, Personas.ELENA, true, "");
        assertThat(systems.get("api-made").tier()).isEqualTo(3);
    }

    @Test
    void saysWhatItLeavesOutAndWhy() {
        var answer = post("?dryRun=false", "application/yaml", """
                kind: Component
                metadata: {namespace: legacy, name: cart-worker, title: Overwritten}
                ---
                kind: API
                metadata: {name: cart}
                """, Personas.JONAS);
        assertThat(answer).hasStatusOk();
        assertThat(json(answer).path("proposal").isNull()).isTrue();
        assertThat(json(answer)
                        .path("leftOut")
                        .valueStream()
                        .map(one -> one.path("about").asString()))
                .containsExactly("component:legacy/cart-worker", "API cart");
    }

    @Test
    void remembersWhichEntityASystemIsWhenTwoPeopleSayIt() {
        String yaml = """
                kind: Resource
                metadata: {name: Api.Made-DB}
                spec: {owner: team-api}
                """;
        var answer = post(
                "?dryRun=false&owner=jonas&tier=3&groups=group:default/team-api=checkout",
                "application/yaml",
                yaml,
                Personas.JONAS);
        assertThat(answer).hasStatus(201);
        JsonNode taken = json(answer).path("taken").path(0);
        assertThat(taken.path("entity").asString()).isEqualTo("resource:default/api.made-db");
        assertThat(taken.path("key").asString()).isEqualTo("api-made-db");
        proposals.decide(new ProposalId(json(answer).path("proposal").asString()), Personas.ELENA, true, "");
        JsonNode again = json(post("", "application/yaml", yaml, Personas.JONAS));
        assertThat(again.path("unchanged").asInt()).isEqualTo(1);
        JsonNode other = json(post("", "application/yaml", yaml.replace("Resource", "Component"), Personas.JONAS));
        assertThat(other.path("bad").path(0).path("reason").asString())
                .startsWith("‘component:default/api.made-db’ would be called ‘api-made-db’ here");
    }

    @Test
    void proposesNothingOfAFileWithOneBadRow() {
        var answer = post(
                "?dryRun=false",
                "text/csv",
                "key,team,owner\ncart-worker,Night crew,jonas\ncart-api,Day crew,nobody-at-all\n",
                Personas.JONAS);
        assertThat(answer).hasStatus(422);
        JsonNode bad = json(answer).path("bad").path(0);
        assertThat(bad.path("line").asInt()).isEqualTo(3);
        assertThat(bad.path("column").asInt()).isEqualTo(3);
        assertThat(bad.path("reason").asString()).contains("nobody of that name is known");
    }

    @Test
    void takesFilesOnlyFromThoseWhoMayPropose() {
        assertThat(post("", "text/csv", "key\ncart-api\n", Personas.ADA)).hasStatus(403);
        assertThat(api.post()
                        .uri("/api/registry/imports")
                        .contentType("text/csv")
                        .content("key\ncart-api\n")
                        .exchange())
                .hasStatus(401);
        assertThat(post("", "application/json", "{}", Personas.JONAS)).hasStatus(415);
    }

    @ParameterizedTest
    @CsvSource({"/api/registry/export.csv, text/csv", "/api/registry/catalog-info.yaml, application/yaml"})
    void exportsWhatImportsAsTheSame(String path, String type) throws Exception {
        byte[] file = get(path).getResponse().getContentAsByteArray();
        var answer = api.post()
                .uri("/api/registry/imports")
                .contentType(MediaType.parseMediaType(type))
                .content(file)
                .with(authentication(TestPrincipals.withToken(Personas.JONAS)))
                .exchange();
        assertThat(json(answer).path("bad").size()).isZero();
        assertThat(json(answer).path("added").asInt()).isZero();
        assertThat(json(answer).path("changed").asInt()).isZero();
        assertThat(json(answer).path("unchanged").asInt()).isGreaterThanOrEqualTo(535 + 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/registry/export.csv", "/api/registry/systems", "/api/registry/incidents"})
    void tellsNothingToNobody(String path) {
        assertThat(api.get().uri(path).exchange()).hasStatus(401);
    }

    private MvcTestResult get(String path) {
        return api.get()
                .uri(URI.create(path))
                .with(authentication(TestPrincipals.withToken(Personas.INES)))
                .exchange();
    }

    private MvcTestResult post(String query, String type, String body, Person person) {
        return api.post()
                .uri("/api/registry/imports" + query)
                .contentType(type)
                .content(body)
                .with(authentication(TestPrincipals.withToken(person)))
                .exchange();
    }

    private static String next(MvcTestResult answer) {
        String link = answer.getResponse().getHeader("Link");
        return link == null ? "" : link.replaceAll("<http://[^/]*([^>]*)>; rel=\"next\"", "$1");
    }

    private static JsonNode json(MvcTestResult answer) {
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }
}
