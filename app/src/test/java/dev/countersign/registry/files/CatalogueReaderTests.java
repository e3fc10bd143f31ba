package dev.countersign.registry.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.identity.PersonId;
import dev.countersign.registry.Catalogue;
import dev.countersign.registry.DataClass;
import dev.countersign.registry.Department;
import dev.countersign.registry.Environment;
import dev.countersign.registry.SampleSystem;
import dev.countersign.registry.SystemFacts;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueReaderTests {

    private static final SystemFacts ODD = new SystemFacts(
            "odd-api",
            "=HYPERLINK(\"http://x\")",
            "Two lines,\nwith \"quotes\"; and - a dash: #1 'yes' | ж",
            "checkout",
            "'=team",
            new PersonId("jonas"),
            List.of("storefront/odd", "storefront/lib"),
            List.of(Environment.PRODUCTION, Environment.STAGING),
            true,
            true,
            DataClass.RESTRICTED,
            List.of("cart-api", "promise-api"),
            1);
    private static final Catalogue HOUSE = new Catalogue(
            List.of(new Department(
                    "checkout",
                    "Checkout: \"all of it\"",
                    "store/front: one",
                    new PersonId("elena"),
                    new PersonId("grace"))),
            List.of(SampleSystem.named("cart-api"), ODD, SampleSystem.named("promise-api")));
    private static final CatalogueReader NEW_HOUSE = new CatalogueReader(new Catalogue(List.of(), List.of()));

    /** As people type keys into a spreadsheet. */
    @Test
    void knowsASystemHoweverItsKeyIsSpelled() {
        var read = new CatalogueReader(HOUSE)
                .read("key,department,dependencies\n Cart_API,CHECKOUT,Odd-API Promise_API\n");
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().systems()).singleElement().satisfies(system -> {
            assertThat(system.key()).isEqualTo("cart-api");
            assertThat(system.department()).isEqualTo("checkout");
            assertThat(system.dependencies()).containsExactly("odd-api", "promise-api");
        });
        assertThat(new CatalogueReader(HOUSE)
                        .read("key,name\ncart-api,A\nCart-API,B\n")
                        .bad())
                .extracting(BadRow::reason)
                .containsExactly("‘cart-api’ is described on line 2 already");
    }

    @Test
    void readsBackTheCsvThatItWrote() throws IOException {
        StringWriter file = new StringWriter();
        CsvWriter.write(HOUSE, file);
        assertThat(file.toString()).contains("'=HYPERLINK").doesNotContain(",=HYPERLINK", ",\"=HYPERLINK");
        assertThat(NEW_HOUSE.read(file.toString()).bad()).isEmpty();
        assertThat(NEW_HOUSE.read(file.toString()).catalogue()).isEqualTo(HOUSE);
    }

    /** What somebody chooses for systems without a word is for those that the house does not know: it makes nothing less critical. */
    @Test
    void choosesNothingForASystemThatTheHouseKnows() {
        var choices = new Choices("parcels", "ada", 3, null, null, null, Map.of());
        assertThat(new CatalogueReader(HOUSE, List.of(), choices)
                        .read("key,description\nodd-api,\n")
                        .catalogue()
                        .systems())
                .containsExactly(ODD);
        assertThat(new CatalogueReader(HOUSE, List.of(), choices)
                        .read("key,description\nnew-api,\n")
                        .catalogue()
                        .systems())
                .extracting(SystemFacts::declaredTier)
                .containsExactly(3);
    }

    @Test
    void readsBackTheBackstageCatalogueThatItWrote() {
        StringWriter file = new StringWriter();
        BackstageWriter.write(HOUSE, file);
        assertThat(NEW_HOUSE.read(file.toString()).bad()).isEmpty();
        assertThat(NEW_HOUSE.read(file.toString()).catalogue()).isEqualTo(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", ""})
    void readsSemicolonsAndAByteOrderMark(String mark) {
        var read = NEW_HOUSE.read(
                (mark + "key;department;owner;declared_tier;consumer_facing\r\npromise-api;checkout;jonas;2;yes\r\n")
                        .getBytes(UTF_8));
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().systems()).singleElement().satisfies(system -> {
            assertThat(system.key()).isEqualTo("promise-api");
            assertThat(system.consumerFacing()).isTrue();
        });
    }

    @Test
    void keepsWhatAFileDoesNotMention() {
        var read = new CatalogueReader(HOUSE).read("key,name\nodd-api,Even API\n");
        assertThat(read.catalogue().systems()).containsExactly(SampleSystem.renamed(ODD, "Even API"));
    }

    @Test
    void leavesAsItIsWhatAFileLeavesEmpty() {
        var read = new CatalogueReader(HOUSE).read("""
                key,name,description,department,team,owner,repositories,environments,consumer_facing,control_plane,data_class,dependencies,declared_tier
                odd-api,,,,,,,,,,,,
                """);
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().systems()).containsExactly(ODD);
    }

    @Test
    void emptiesWhatAFileCallsNone() {
        var read = new CatalogueReader(HOUSE)
                .read("key,description,team,repositories,dependencies\nodd-api,none,None,NONE,none\n");
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().systems()).singleElement().satisfies(system -> {
            assertThat(system.description()).isEmpty();
            assertThat(system.team()).isEmpty();
            assertThat(system.repositories()).isEmpty();
            assertThat(system.dependencies()).isEmpty();
            assertThat(system.consumerFacing()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "name, name cannot be none",
        "owner, owner cannot be none",
        "department, department cannot be none",
        "consumer_facing, consumerFacing has to be yes or no",
        "environments, environments are production and staging",
        "declared_tier, the declared tier has to be 1 to 4",
    })
    void refusesToEmptyWhatEverySystemHas(String column, String reason) {
        assertThat(new CatalogueReader(HOUSE)
                        .read("key,%s%nodd-api,none%n".formatted(column))
                        .bad())
                .containsExactly(new BadRow(2, 2, "odd-api", reason));
    }

    @Test
    void saysOfEveryBadRowWhereItIsAndWhy() {
        var read = NEW_HOUSE.read("""
                kind,key,name,department,owner,consumer_facing,declared_tier
                system,a-api,A,checkout,jonas,perhaps,2
                system,,B,checkout,jonas,yes,2

                team,c-api,C,checkout,jonas,yes,2
                system,d-api,"D
                continued",checkout,jonas,yes,9
                system,e-api,E,checkout,jonas,yes,2,surplus
                system,f-api,F,checkout,jonas,yes,2
                system,f-api,F again,checkout,jonas,yes,2
                """);
        assertThat(read.bad())
                .containsExactly(
                        new BadRow(2, 6, "a-api", "consumerFacing has to be yes or no"),
                        new BadRow(3, 2, "", "the key is missing"),
                        new BadRow(5, 1, "c-api", "the kind has to be ‘system’ or ‘department’"),
                        new BadRow(6, 7, "d-api", "the declared tier has to be 1 to 4"),
                        new BadRow(8, 8, "", "the first row has no name for this column"),
                        new BadRow(10, 2, "f-api", "‘f-api’ is described on line 9 already"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key,colour | 1 | 2 | there is no column ‘colour’",
                "key,name,name | 1 | 3 | the column ‘name’ is there twice",
                "name,owner | 1 | 1 | the column ‘key’ is missing",
            })
    void refusesColumnsThatItDoesNotKnow(String header, int line, int column, String reason) {
        assertThat(NEW_HOUSE.read(header + "\n").bad()).containsExactly(new BadRow(line, column, "", reason));
    }

    @Test
    void refusesAQuotationThatNeverEnds() {
        assertThat(NEW_HOUSE.read("key,name\na-api,\"A\nb-api,B\n").bad())
                .extracting(BadRow::reason)
                .containsExactly("the quotation marks of this row do not fit");
    }

    @Test
    void readsCellsAsTheyAreSeen() {
        var read = NEW_HOUSE.read("""
                key,name,organisation,director,vp,kind
                checkout,"\u202AChe\u200Bck\u00A0out\u202C",storefront,Elena\u00A0,GRACE,department
                """);
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().departments())
                .containsExactly(new Department(
                        "checkout", "Check out", "storefront", new PersonId("elena"), new PersonId("grace")));
    }

    @Test
    void readsYamlAsItIsSeen() {
        var read = NEW_HOUSE.read("""
                kind: Group
                metadata:
                  name: checkout
                  title: "\u200BCheck\u00A0out"
                  annotations: {countersign.dev/director: "Elena ", countersign.dev/vp: "gr\u200Bace"}
                spec: {type: department, parent: storefront}
                """);
        assertThat(read.catalogue().departments())
                .containsExactly(new Department(
                        "checkout", "Check out", "storefront", new PersonId("elena"), new PersonId("grace")));
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        byte[] file = new byte[CatalogueReader.LARGEST + 1];
        assertThat(NEW_HOUSE.read(file).bad()).extracting(BadRow::reason).allMatch(reason -> reason.contains("10 MB"));
    }

    @Test
    void readsSystemsAndGroupsOfBackstageAndLeavesTheRestOut() {
        var read = NEW_HOUSE.read("""
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata:
                  name: checkout
                  title: Checkout
                  annotations: {countersign.dev/director: elena, countersign.dev/vp: grace}
                spec: {type: department, parent: group:default/storefront}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Resource
                metadata:
                  name: promise-store
                  annotations:
                    github.com/project-slug: storefront/promise
                    countersign.dev/owner: jonas
                    countersign.dev/declared-tier: 2
                spec:
                  owner: group:default/checkout
                  dependsOn: [component:default/cart-api, 'resource:orders', 'component:promise']
                ---
                kind: API
                metadata: {name: promise}
                ---
                kind: Component
                metadata:
                  name: cart-api
                  annotations: {countersign.dev/owner: jonas, countersign.dev/declared-tier: '2'}
                spec: {owner: checkout}
                """);
        assertThat(read.bad()).isEmpty();
        assertThat(read.leftOut())
                .containsExactly(
                        new LeftOut(
                                19,
                                "resource:default/orders",
                                "‘resource:default/promise-store’ depends on it, and it is no system here"),
                        new LeftOut(
                                19,
                                "component:default/promise",
                                "‘resource:default/promise-store’ depends on it, and it is no system here"),
                        new LeftOut(21, "API promise", "API is neither a system nor a department"));
        assertThat(read.catalogue().departments())
                .containsExactly(new Department(
                        "checkout", "Checkout", "storefront", new PersonId("elena"), new PersonId("grace")));
        assertThat(read.catalogue().systems()).first().satisfies(system -> {
            assertThat(system.dependencies()).containsExactly("cart-api");
            assertThat(system.repositories()).containsExactly("storefront/promise");
            assertThat(system.department()).isEqualTo("checkout");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: Component%nmetadata: {name: a, annotations: {countersign.dev/colour: red}} | there is no annotation",
                "kind: Component%nmetadata: !!javax.script.ScriptEngineManager {name: [a]} | this is no YAML: Global tag is not allowed",
                "kind: Component%nmetadata: {name: [a]} | the name is missing, or no text",
                "kind: Component%nmetadata: {name: a%n | this is no YAML",
                "kind: Component%nkind: Group | this name is there twice",
                "kind: Component%nmetadata: {name: a}%nspec: {dependsOn: all} | it has to be a list",
                "kind: Component%nmetadata: {name: Käse-api} | is no name",
                "kind: Component%nmetadata: {name: ~} | the name is missing, or no text",
                "kind: Component%nmetadata: {<<: text, name: a} | ‘<<’ can only merge mappings",
                "--- %n- kind | an entry has to be a mapping",
            })
    void refusesYamlThatIsNoCatalogue(String file, String reason) {
        var read = NEW_HOUSE.read(file.formatted() + "\n");
        assertThat(read.bad())
                .extracting(BadRow::reason)
                .anyMatch(said -> said.startsWith(reason) || said.contains(reason));
    }

    @Test
    void refusesAliasesThatMultiply() {
        StringBuilder bomb = new StringBuilder("kind: Component\na0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(NEW_HOUSE.read(bomb.toString()).bad()).isNotEmpty();
    }
}
