package dev.countersign.registry.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.identity.PersonId;
import dev.countersign.registry.Catalogue;
import dev.countersign.registry.CatalogueEntity;
import dev.countersign.registry.Department;
import dev.countersign.registry.SampleSystem;
import dev.countersign.registry.SystemFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which entity of a Backstage catalogue is which system or department of ours, and which is none. */
class BackstageIdentityTests {

    private static final Department CHECKOUT = department("checkout");
    private static final Catalogue HOUSE = new Catalogue(
            List.of(CHECKOUT, department("fulfilment")),
            List.of(SampleSystem.named("order-capture-api"), SampleSystem.named("x"), SampleSystem.named("cart-api")));
    private static final Choices ALL_CHOSEN =
            new Choices("checkout", "jonas", 3, "elena", "grace", "parcels", Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: Component\nmetadata: {namespace: legacy, name: order-capture-api, title: Old}\n",
                "kind: Resource\nmetadata: {name: order-capture-api, title: Old}\n",
                "kind: System\nmetadata: {name: Order-Capture-API, title: Old}\n",
            })
    void leavesAnotherEntityOfTheSameNameOutAndSaysSo(String file) {
        var read = read(file);
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().systems()).isEmpty();
        assertThat(read.leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.reason())
                        .startsWith("it is another entity than what is registered as ‘order-capture-api’"));
    }

    @Test
    void takesItUnderTheKeyThatItSays() {
        var read = read("""
                kind: Component
                metadata:
                  namespace: legacy
                  name: order-capture-api
                  annotations: {countersign.dev/key: legacy-orders, countersign.dev/owner: jonas, countersign.dev/declared-tier: 3}
                spec: {owner: group:default/checkout, dependsOn: [component:default/order-capture-api]}
                """);
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().systems()).singleElement().satisfies(system -> {
            assertThat(system.key()).isEqualTo("legacy-orders");
            assertThat(system.dependencies()).containsExactly("order-capture-api");
        });
        assertThat(read.taken())
                .containsExactly(new Taken(1, "component:legacy/order-capture-api", false, "legacy-orders"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api:default/x", "resource:default/x", "component:legacy/x", "group:default/checkout"})
    void takesNoOtherEntityForADependency(String reference) {
        var read =
                read("kind: Component\nmetadata: {name: cart-api}\nspec: {dependsOn: ['%s']}\n".formatted(reference));
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().systems()).containsExactly(SampleSystem.named("cart-api"));
        assertThat(read.leftOut())
                .containsExactly(new LeftOut(
                        3, reference, "‘component:default/cart-api’ depends on it, and it is no system here"));
    }

    @ParameterizedTest
    @CsvSource({
        "user:default/checkout, a person owns it there",
        "group:legacy/checkout, it is no department here",
        "group:default/nobody, it is no department here",
        "component:checkout, it is no department here",
    })
    void takesNoOtherEntityForADepartment(String owner, String reason) {
        var read = read("kind: Component\nmetadata: {name: cart-api}\nspec: {owner: '%s'}\n".formatted(owner));
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().systems()).containsExactly(SampleSystem.named("cart-api"));
        assertThat(read.leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).startsWith(reason));
        assertThat(read.owners()).hasSize(1);
    }

    @Test
    void spellsNamesOfBackstageAsKeysAndRemembersThem() {
        String file = """
                kind: Component
                metadata: {name: Order.Capture_Worker}
                spec: {dependsOn: ['resource:Orders.DB']}
                ---
                kind: Resource
                metadata: {name: Orders.db, title: Orders}
                """;
        var read = new CatalogueReader(HOUSE, List.of(), ALL_CHOSEN).read(file);
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().systems())
                .extracting(SystemFacts::key, SystemFacts::name, SystemFacts::dependencies)
                .containsExactly(
                        tuple("order-capture-worker", "Order.Capture_Worker", List.of("orders-db")),
                        tuple("orders-db", "Orders", List.of()));
        List<CatalogueEntity> origins = read.taken().stream().map(Taken::origin).toList();
        assertThat(origins)
                .containsExactly(
                        new CatalogueEntity("component:default/order.capture_worker", false, "order-capture-worker"),
                        new CatalogueEntity("resource:default/orders.db", false, "orders-db"));
        var again = new CatalogueReader(read.catalogue(), origins, Choices.NONE).read(file);
        assertThat(again.bad()).isEmpty();
        assertThat(again.leftOut()).isEmpty();
        assertThat(again.catalogue()).isEqualTo(read.catalogue());
    }

    @Test
    void refusesTwoSpellingsOfOneKey() {
        var read = new CatalogueReader(HOUSE, List.of(), ALL_CHOSEN).read("""
                kind: Component
                metadata: {name: new_api}
                ---
                kind: Component
                metadata: {name: new.api}
                ---
                kind: Component
                metadata: {name: order_capture.api}
                """);
        assertThat(read.bad())
                .extracting(BadRow::line, BadRow::subject)
                .containsExactly(tuple(4, "new-api"), tuple(7, "order-capture-api"));
        assertThat(read.bad())
                .extracting(BadRow::reason)
                .containsExactly(
                        "‘component:default/new.api’ would be called ‘new-api’ here, as is what line 1 describes;"
                                + " say with countersign.dev/key which one it is",
                        "‘component:default/order_capture.api’ would be called ‘order-capture-api’ here, as is what is registered;"
                                + " say with countersign.dev/key which one it is");
    }

    /** What is remembered as another entity is not overwritten by a component that comes later. */
    @Test
    void keepsAKeyForTheEntityThatItWasMadeOf() {
        var made = List.of(new CatalogueEntity("resource:default/x", false, "x"));
        var read = new CatalogueReader(HOUSE, made, Choices.NONE).read("""
                kind: Component
                metadata: {name: x, title: Component}
                ---
                kind: Resource
                metadata: {name: x, title: Resource}
                """);
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().systems()).extracting(SystemFacts::name).containsExactly("Resource");
        assertThat(read.leftOut()).extracting(LeftOut::about).containsExactly("component:default/x");
    }

    @Test
    void keepsRepositoriesThatOnePlaceDoesNotName() {
        var read = read("""
                kind: Component
                metadata:
                  name: cart-api
                  annotations: {github.com/project-slug: storefront/other}
                """);
        assertThat(read.catalogue().systems()).containsExactly(SampleSystem.named("cart-api"));
        assertThat(read.leftOut()).extracting(LeftOut::about).containsExactly("storefront/other");
    }

    @Test
    void emptiesDependenciesByAWordOnly() {
        String file = "kind: Component\nmetadata: {name: cart-api, annotations: {a: b%s}}\nspec: {dependsOn: []}\n";
        assertThat(read(file.formatted("")).catalogue().systems()).containsExactly(SampleSystem.named("cart-api"));
        assertThat(read(file.formatted(", countersign.dev/dependencies: none"))
                        .catalogue()
                        .systems())
                .extracting(SystemFacts::dependencies)
                .containsExactly(List.of());
    }

    @Test
    void mergesWhatYamlMergesAndTakesNullForAbsent() {
        var read = read(file("merged"));
        assertThat(read.bad()).isEmpty();
        assertThat(read.leftOut()).isEmpty();
        assertThat(read.catalogue().systems())
                .extracting(
                        SystemFacts::key,
                        SystemFacts::department,
                        system -> system.owner().value(),
                        SystemFacts::declaredTier)
                .containsExactly(
                        tuple("toll-gate", "checkout", "jonas", 3), tuple("toll-report", "checkout", "jonas", 4));
    }

    @Test
    void mergesInEachOfManyDocuments() {
        String document = """
                kind: Component
                house: &house {countersign.dev/owner: jonas, countersign.dev/declared-tier: 3}
                metadata: {name: service-%d, annotations: {<<: *house}}
                spec: {owner: checkout}
                """;
        var read = read(IntStream.range(0, 50).mapToObj(document::formatted).collect(Collectors.joining("---\n")));
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().systems()).hasSize(50);
    }

    /** Each merges the one before; nobody's stack is that deep. */
    @Test
    void mergesALongChainAndGoesOn() {
        StringBuilder file = new StringBuilder("a0: &a0 {title: Cart}\n");
        IntStream.range(1, 10_000).forEach(i -> file.append("a%d: &a%d {<<: *a%d}\n".formatted(i, i, i - 1)));
        file.append("kind: Component\nmetadata: {<<: *a9999, name: cart-api}\nspec: {}\n");
        var read = read(file.toString());
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().systems()).extracting(SystemFacts::name).containsExactly("Cart");
    }

    @Test
    void knowsASystemHoweverItsKeyIsSpelled() {
        var read = read("""
                kind: Component
                metadata: {namespace: legacy, name: x, title: Cart, annotations: {countersign.dev/key: Cart_API}}
                spec: {}
                """);
        assertThat(read.bad()).isEmpty();
        assertThat(read.taken()).extracting(Taken::key).containsExactly("cart-api");
        assertThat(read.catalogue().systems())
                .extracting(SystemFacts::key, SystemFacts::name)
                .containsExactly(tuple("cart-api", "Cart"));
    }

    @Test
    void saysOfAFileOfOtherKindsThatItHasNothingOfOurs() {
        var read = read(file("only-others"));
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue()).isEqualTo(new Catalogue(List.of(), List.of()));
        assertThat(read.leftOut())
                .extracting(LeftOut::line, LeftOut::about)
                .containsExactly(tuple(1, "Location root"), tuple(10, "Template new-service"));
    }

    @Test
    void asksOfAPublicFileOnlyWhatItCannotKnow() {
        var read = read(file("single-service"));
        assertThat(read.bad())
                .extracting(BadRow::reason)
                .containsExactlyInAnyOrder("department is missing", "owner is missing", "the declared tier is missing");
        assertThat(read.owners()).containsExactly("group:default/team-tracking");
        var chosen = new CatalogueReader(
                        HOUSE,
                        List.of(),
                        new Choices(
                                null,
                                "jonas",
                                3,
                                null,
                                null,
                                null,
                                Map.of("group:default/team-tracking", "fulfilment")))
                .read(file("single-service"));
        assertThat(chosen.bad()).isEmpty();
        assertThat(chosen.owners()).isEmpty();
        assertThat(chosen.catalogue().systems()).singleElement().satisfies(system -> {
            assertThat(system.department()).isEqualTo("fulfilment");
            assertThat(system.repositories()).containsExactly("parcels/parcel-tracker");
            assertThat(system.description()).startsWith("Tells customers where");
        });
    }

    @Test
    void takesAWholeHouseWithDefaultsAndOneGroupMapped() {
        var choices = new Choices(
                "checkout", "jonas", 3, null, null, null, Map.of("group:default/team.labels", "fulfilment"));
        var read = new CatalogueReader(HOUSE, List.of(), choices).read(file("whole-house"));
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().departments()).isEmpty();
        assertThat(read.catalogue().systems())
                .extracting(SystemFacts::key, SystemFacts::department, SystemFacts::dependencies)
                .containsExactly(
                        tuple("label-printer-service", "fulfilment", List.of()),
                        tuple("parcels", "checkout", List.of("label-printer-service", "tracking-db")),
                        tuple("tracking-db", "checkout", List.of()));
        assertThat(read.leftOut())
                .extracting(LeftOut::about)
                .containsExactly(
                        "Location everything",
                        "Domain logistics",
                        "group:default/logistics",
                        "group:default/team-tracking",
                        "User mira",
                        "system:default/parcels",
                        "user:default/mira",
                        "system:default/parcels",
                        "group:default/team-tracking",
                        "component:legacy/parcels",
                        "API parcel-tracker-api");
    }

    @Test
    void makesDepartmentsOfGroupsIfSomebodySaysWhoLeadsThem() {
        var read = new CatalogueReader(HOUSE, List.of(), ALL_CHOSEN).read(file("whole-house"));
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().departments())
                .extracting(Department::key, Department::organisation)
                .containsExactly(
                        tuple("logistics", "parcels"),
                        tuple("team-tracking", "logistics"),
                        tuple("team-labels", "logistics"));
        assertThat(read.catalogue().systems())
                .extracting(SystemFacts::department)
                .containsExactly("team-labels", "checkout", "team-tracking");
    }

    private static CatalogueReader.Result read(String file) {
        return new CatalogueReader(HOUSE).read(file);
    }

    private static Department department(String key) {
        return new Department(key, key, "storefront", new PersonId("elena"), new PersonId("grace"));
    }

    private static String file(String name) {
        try {
            return Files.readString(Path.of("src", "test", "resources", "catalogues", name + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
