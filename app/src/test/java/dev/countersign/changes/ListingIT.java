package dev.countersign.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.PlainPage;
import dev.countersign.identity.Person;
import dev.countersign.identity.SignIn;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.registry.Systems;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of changes: one search field, its other fields, its order, its total and its file say the same. */
@OnRealStack
class ListingIT {

    private static final String ROWS = "<th scope=\"row\"><a href=\"/changes/(CHG-[0-9]+)";

    @Autowired
    BeanFactory beans;

    @Autowired
    MockMvcTester pages;

    @Autowired
    ChangeList list;

    @Autowired
    Systems systems;

    private Cast cast;

    @BeforeEach
    void enter() {
        cast = Cast.in(beans);
    }

    @Test
    void findsTheSameByWordsAndByFields() {
        ChangeId id = cast.submitted(Personas.BEN, cast.document().with("title", "Feed the kakapo"));
        int tier = systems.get("cart-worker").tier();
        String today = LocalDate.ofInstant(cast.now(), ZoneOffset.UTC).toString();
        String tomorrow =
                LocalDate.ofInstant(cast.now(), ZoneOffset.UTC).plusDays(1).toString();

        assertThat(found(
                        "/changes?text={t}",
                        "who:ben system:cart-worker tier:" + tier + " after:" + today + " before:" + tomorrow
                                + " kakapo"))
                .containsExactly(id.value());
        assertThat(found(
                        "/changes?who=ben&system=cart-worker&tier={t}&after={a}&before={b}&text=kakapo",
                        tier,
                        today,
                        tomorrow))
                .containsExactly(id.value());
        assertThat(found("/changes?text={t}", "kakapo who:\"%s\"".formatted(Personas.BEN.name())))
                .containsExactly(id.value());
        for (String other : List.of(
                "who:ada", "mine", "tier:" + (tier % 4 + 1), "before:" + today, "after:" + tomorrow, "state:draft")) {
            assertThat(found("/changes?text={t}", "kakapo " + other)).as(other).isEmpty();
        }
    }

    @Test
    void movesWhatWasNamedIntoTheFieldsAndKeepsTheWords() {
        var page = open("/changes?text={t}", "state:approved tier:1 who:ben mine \"system:cart\" kakapo");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.all("name=\"status\" value=\"([a-z-]+)\" checked")).containsExactly("approved");
        assertThat(page.all("name=\"tier\" value=\"([0-9])\" checked")).containsExactly("1");
        assertThat(page.all("name=\"who\" value=\"([^\"]*)\"")).containsExactly("ben");
        assertThat(page.all("name=\"mine\" value=\"(true)\" checked")).hasSize(1);
        assertThat(page.all("name=\"text\" value=\"([^\"]*)\"")).containsExactly("\"system:cart\" kakapo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text=state:aproved+kakapo",
                "status=aproved&text=kakapo",
                "text=tier:7",
                "sort=luck",
                "mine=maybe"
            })
    void saysBesideTheSearchWhatItDoesNotKnow(String asked) {
        var page = open("/changes?" + asked);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.all("name=\"text\"[^>]*aria-invalid=\"(true)\"")).hasSize(1);
        assertThat(page.all("<li class=\"error\"[^>]*>([^<]*)<")).hasSize(1);
        assertThat(page.text()).doesNotContain("No change matches");
        assertThat(open("/changes.csv?" + asked).status()).isEqualTo(422);
    }

    @Test
    void sortsByTheWindowPageByPage() {
        List<ChangeId> latestFirst = new ArrayList<>();
        for (int days : List.of(5, 9, 7)) {
            latestFirst.add(cast.submitted(
                    Personas.ADA,
                    cast.document()
                            .with("title", "Feed the takahe")
                            .with(
                                    "windowStart",
                                    cast.now().plus(Duration.ofDays(days)).toString())
                            .with(
                                    "windowEnd",
                                    cast.now().plus(Duration.ofDays(days + 1)).toString())));
        }
        ChangeId draft = beans.getBean(Drafts.class).begin(Personas.ADA, "Feed the takahe", "{}");
        var filter = new ChangeFilter(Set.of(), Optional.empty(), Set.of(), "takahe");
        List<ChangeId> read = new ArrayList<>();
        Optional<ChangeId> place = Optional.empty();
        do {
            List<Change> next = list.matching(filter, ChangeOrder.WINDOW, Personas.ADA, place, 1);
            place = next.stream().map(Change::id).findFirst();
            place.ifPresent(read::add);
        } while (place.isPresent());

        assertThat(read).containsExactly(latestFirst.get(1), latestFirst.get(2), latestFirst.get(0), draft);
        assertThat(found("/changes?sort=window&mine=true&text=takahe"))
                .containsExactlyElementsOf(read.stream().map(ChangeId::value).toList());
        assertThat(open("/changes?text={t}", "takahe mine").text()).contains("4 changes");
    }

    @Test
    void handsOutWhatItShowsAsAHarmlessFile() {
        ChangeId formula = cast.submitted(Personas.ADA, cast.document().with("title", "=1+1 moa"));
        ChangeId draft = beans.getBean(Drafts.class).begin(Personas.BEN, "Hide the moa", "{}");

        assertThat(open("/changes?text=moa").all("<a [^>]*href=\"(/changes.csv[^\"]*)\""))
                .containsExactly("/changes.csv?text=moa");
        List<String> lines = open("/changes.csv?text=moa").html().lines().toList();
        assertThat(lines.getFirst()).startsWith("change,title,state,tier,systems,window_opens,window_closes,author");
        assertThat(lines.subList(1, lines.size()))
                .singleElement()
                .asString()
                .startsWith(formula + ",'=1+1 moa,")
                .contains(",cart-worker,", ",ada," + Personas.ADA.name());
        assertThat(pageOf(Personas.BEN, "/changes.csv?text=moa").html())
                .contains(draft.value() + ",Hide the moa,draft,,,,,ben");
    }

    @Test
    void countsUpToALimit() {
        assertThat(Total.of(1).words()).isEqualTo("1 change");
        assertThat(Total.of(1_000).words()).isEqualTo("1,000 changes");
        assertThat(Total.of(1_001).words()).isEqualTo("1,000+ changes");
        assertThat(Total.atLeast(12).seen(31).words()).isEqualTo("31+ changes");
    }

    /** In a house as small as this PostgreSQL would read all; so it may not. */
    @Test
    void readsOnFromAPlaceByIndex() throws SQLException {
        for (String column : List.of("opens_at", "created_at")) {
            assertThat(plan("""
                    WHERE (c.status <> 'DRAFT' OR c.author = 'ada')
                      AND (c.%1$s, c.id) < (SELECT %1$s, id FROM changes.change WHERE id = 'CHG-000001')
                    ORDER BY c.%1$s DESC, c.id DESC LIMIT 31
                    """.formatted(column)))
                    .contains("Index Scan using change_%s".formatted(column.replace("_at", "")))
                    .contains("Index Cond: (ROW(%s, id) <".formatted(column));
        }
    }

    private static String plan(String rest) throws SQLException {
        var plan = new StringBuilder();
        try (var owner = RealStack.shared().asOwner();
                var sql = owner.createStatement()) {
            sql.execute("SET enable_seqscan = off");
            sql.execute("SET enable_sort = off");
            try (var rows = sql.executeQuery("EXPLAIN " + ChangeRows.SELECT + rest)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }

    private List<String> found(String address, Object... values) {
        var page = open(address, values);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page.all(ROWS);
    }

    private PlainPage open(String address, Object... values) {
        return pageOf(
                Personas.ADA,
                UriComponentsBuilder.fromUriString(address)
                        .encode()
                        .buildAndExpand(values)
                        .toUriString());
    }

    private PlainPage pageOf(Person reader, String address) {
        return PlainPage.of(pages, address, SignIn.as(reader));
    }
}
