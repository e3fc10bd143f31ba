package dev.countersign.registry.web;

import static dev.countersign.identity.SignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.countersign.Personas;
import dev.countersign.PlainPage;
import dev.countersign.local.OnRealStack;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.Systems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OnRealStack
class RegistryPagesIT {

    @Autowired
    MockMvcTester pages;

    @Autowired
    Systems systems;

    @Test
    void leadsThroughEverySystemOnceAndTheMostCriticalFirst() {
        List<String> seen = new ArrayList<>();
        for (PlainPage page = open("/registry"); ; page = open(page.next().orElseThrow())) {
            seen.addAll(keys(page));
            if (page.next().isEmpty()) {
                break;
            }
        }
        assertThat(seen).containsExactlyElementsOf(registered(system -> true).toList());
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                filter("text=cart-api", system -> has(system, "cart-api")),
                filter("text=CART-API", system -> has(system, "cart-api")),
                filter("tier=1&tier=3", system -> system.tier() == 1 || system.tier() == 3),
                filter("tier=2&text=worker", system -> system.tier() == 2 && has(system, "worker")),
                filter(
                        "department=checkout&department=Fulfilment",
                        system -> List.of("checkout", "fulfilment").contains(system.department())),
                filter("owner=JONAS", system -> system.owner().value().equals("jonas")),
                filter(
                        "department=checkout&tier=2",
                        system -> system.tier() == 2 && system.department().equals("checkout")));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void showsOnlyWhatTheFilterAsksFor(String asked, Predicate<ProductionSystem> condition) {
        List<String> wanted = registered(condition).limit(40).toList();
        assertThat(wanted).isNotEmpty();
        assertThat(keys(open("/registry?" + asked))).containsExactlyElementsOf(wanted);
    }

    @Test
    void keepsTheFilterOnTheNextPage() {
        String next = open("/registry?consumerFacing=true&text=a&tier=1&tier=2&owner=&department=")
                .next()
                .orElseThrow();
        assertThat(next).contains("consumerFacing=true", "text=a", "tier=1&tier=2", "after=");
        assertThat(open(next).status()).isEqualTo(200);
        assertThat(open(next).html()).containsPattern("name=\"text\"[^>]* value=\"a\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"department=nowhere", "department=checkout&department=nowhere"})
    void saysWhichDepartmentsThereAre(String asked) {
        PlainPage page = open("/registry?" + asked);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("'nowhere' is not a department", "checkout");
    }

    @Test
    void saysWhoIsNobody() {
        PlainPage page = open("/registry?owner=nobody");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("'nobody' is not an owner");
    }

    /** What LIKE would take for anything is meant as it stands, and no key has it. */
    @ParameterizedTest
    @ValueSource(strings = {"text=%25", "text=_", "text=%5C", "text=%27%3B--"})
    void findsNothingForWhatNoSystemHas(String asked) {
        PlainPage page = open("/registry?" + asked);
        assertThat(page.status()).isEqualTo(200);
        assertThat(keys(page)).isEmpty();
        assertThat(page.text()).contains("No system matches");
    }

    @Test
    void readsNoMoreOfALongWordThanItCanSearch() {
        assertThat(open("/registry?text=" + "a".repeat(10_000)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=a%00b", "after=%00"})
    void saysInWordsThatItDoesNotUnderstand(String asked) {
        PlainPage page = open("/registry?" + asked);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("This request is malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tier=99", "tier=abc", "tier=1.5", "tier=99999999999", "tier=1&tier=abc"})
    void saysWhichTiersThereAre(String asked) {
        PlainPage page = open("/registry?" + asked);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("is not a tier.", "Choose among: 1, 2, 3, 4.");
    }

    @Test
    void showsTheDepartmentThatAGroupWasAtAnEarlierImport() {
        String yaml = "kind: Component\nmetadata: {name: %s}\nspec: {owner: team-remembered}\n";
        String option = "value=\"group:default/team-remembered=checkout\"[^>]* selected";
        assertThat(imported(yaml.formatted("remembered-a"), "").html()).doesNotContainPattern(option);
        assertThat(imported(yaml.formatted("remembered-a"), "group:default/team-remembered=checkout")
                        .status())
                .isEqualTo(200);
        assertThat(imported(yaml.formatted("remembered-b"), "").html()).containsPattern(option);
    }

    private PlainPage imported(String text, String group) {
        return PlainPage.of(pages.post()
                .uri("/registry/imports")
                .param("text", text)
                .param("owner", "jonas")
                .param("tier", "3")
                .param("groups", group)
                .with(as(Personas.JONAS))
                .with(csrf())
                .exchange());
    }

    @Test
    void saysInWordsThatItDoesNotKnowThePlaceToGoOnFrom() {
        PlainPage page = open("/registry?after=nowhere");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("422 · registry.");
    }

    @Test
    void saysInWordsThatThereIsNoSuchSystem() {
        PlainPage page = open("/registry/no-such-system");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text())
                .contains("The registry has no system 'no-such-system'.", "404 · registry.unknown-system");
    }

    @Test
    void repeatsNoMoreOfAnUnknownKeyThanPeopleRead() {
        PlainPage page = open("/registry/" + "a".repeat(5_000));
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("a".repeat(79) + "…").doesNotContain("a".repeat(80));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/registry", "/registry/cart-api"})
    void givesAnAuditorNothingThatWrites(String path) {
        assertThat(open(path).postsTo()).containsExactly("/logout");
    }

    /** A spreadsheet takes UTF-8 without its mark for another encoding, and saves what it misread. */
    @Test
    void marksTheEncodingOfAFileForSpreadsheets() {
        assertThat(open("/registry/export.csv").html()).startsWith("\uFEFFkind,key,name,");
    }

    @Test
    void saysWhatAnEmptyFieldMeansWhereOneIsEdited() {
        PlainPage page = PlainPage.of(pages, "/registry/cart-api/edit", as(Personas.JONAS));
        assertThat(page.text()).contains("a field that you leave empty becomes empty");
    }

    private static List<String> keys(PlainPage page) {
        return page.all("<th scope=\"row\"><a href=\"/registry/([^\"]+)\"");
    }

    private static Arguments filter(String asked, Predicate<ProductionSystem> condition) {
        return Arguments.of(asked, condition);
    }

    private static boolean has(ProductionSystem system, String text) {
        return system.key().contains(text)
                || system.name().toLowerCase(Locale.ROOT).contains(text);
    }

    private Stream<String> registered(Predicate<ProductionSystem> condition) {
        return systems.all().stream()
                .filter(condition)
                .sorted(Comparator.comparing(ProductionSystem::tier).thenComparing(ProductionSystem::key))
                .map(ProductionSystem::key);
    }

    private PlainPage open(String address) {
        return PlainPage.of(pages, address, as(Personas.INES));
    }
}
