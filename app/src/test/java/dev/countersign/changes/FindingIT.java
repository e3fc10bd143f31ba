package dev.countersign.changes;

import static dev.countersign.identity.SignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Personas;
import dev.countersign.PlainPage;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.registry.Systems;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriComponentsBuilder;

/** What people type into a list's filter finds what they mean, or they are told why not. */
@OnRealStack
class FindingIT {

    private static final String ROWS = "<th scope=\"row\"><a href=\"/changes/(CHG-[0-9]+)";

    @Autowired
    MockMvcTester pages;

    @Autowired
    Drafts drafts;

    @Autowired
    ChangeList list;

    @Autowired
    Systems systems;

    @Test
    void findsAChangeByEveryWayToWriteItsNumber() {
        ChangeId id = draft("Lower the quokka limit");
        String number = id.value().substring(4).replaceFirst("^0+", "");

        for (String typed : List.of(
                id.value(),
                "CHG-" + number,
                "chg-" + number,
                "#" + number,
                " " + number + "\u00A0",
                "quokka #" + number)) {
            assertThat(found(typed)).as(typed).contains(id);
        }
        assertThat(found("#" + number)).containsExactly(id);
        assertThat(found("#" + number + " wombat")).isEmpty();
    }

    @Test
    void findsWordsInAnyOrderAndByTheirBeginning() {
        ChangeId id = draft("Raise the numbat-pool's size to 97 (Ärger)");

        for (String typed :
                List.of("size numbat", "POOL raise", "numbat-pool", "numb 97", "Ärger", "pool's size", "97 numbat")) {
            assertThat(found(typed)).as(typed).contains(id);
        }
        assertThat(found("numbat shrink")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'", "&|!:*", "\\", "'' :*"})
    void findsNothingBySignsAlone(String typed) {
        draft("Lower the quokka limit");
        assertThat(open("/changes?text={text}", typed).status()).isEqualTo(200);
        assertThat(found(typed)).isEmpty();
    }

    @Test
    void findsWhatTouchesASystemByItsNameAndItsKey() {
        var system = systems.get("checkout-api");
        var filter = new ChangeFilter(Set.of(), Optional.empty(), Set.of(system.key()), "");
        List<ChangeId> touching = ids(filter);

        assertThat(ids(new ChangeFilter(Set.of(), Optional.empty(), Set.of(), system.name())))
                .containsAll(touching);
        assertThat(ids(new ChangeFilter(Set.of(), Optional.empty(), Set.of(), system.key())))
                .containsAll(touching);
    }

    @Test
    void takesSeveralStates() {
        ChangeId id = draft("Lower the quokka limit");

        var both = open("/changes?mine=true&status=draft&status=approved");

        assertThat(both.all("name=\"status\" value=\"([a-z-]+)\" checked")).containsExactly("draft", "approved");
        assertThat(both.all(ROWS)).contains(id.value());
        assertThat(open("/changes?status=approved&text=quokka").all(ROWS)).isEmpty();
    }

    @Test
    void leadsOnWithEveryFilter() {
        for (int number = 0; number <= 30; number++) {
            draft("Feed wallaby&co " + number);
        }
        PlainPage first = open("/changes?mine=true&status=draft&status=approved&text={text}&system=", "wallaby&co");
        assertThat(first.all(ROWS)).hasSize(30);
        PlainPage next = PlainPage.of(pages, first.next().orElseThrow(), as(Personas.ADA));
        assertThat(next.status()).isEqualTo(200);
        assertThat(next.all(ROWS)).hasSize(1);
        assertThat(next.all("name=\"status\" value=\"([a-z-]+)\" checked")).containsExactly("draft", "approved");
        assertThat(next.all("name=\"text\"[^>]* value=\"([^\"]*)\"")).containsExactly("wallaby&co");
        assertThat(next.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/registry?tier=5",
                "/registry?tier=1&tier=high",
                "/registry/incidents?severity=9",
                "/registry/incidents?aiRelated=maybe"
            })
    void saysWhichWordItDoesNotKnow(String address) {
        var page = open(address);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).containsPattern("is not (an?|what) [a-z ]+\\.").contains("Choose among:");
    }

    /** The newest are gone through first; what is older is found by the index, and in their order. */
    @ParameterizedTest
    @CsvSource({"1000, 2000", "1, 2000", "1, 1"})
    void findsTheSameAmongTheNewestByTheIndexAndOneByOne(int newest, int rarely) {
        ChangeId old = draft("Feed the pademelon");
        ChangeId later = draft("Feed the second pademelon of checkout-api");
        draft("Feed the bandicoot");
        var rare = new ChangeFilter(Set.of(), Optional.empty(), Set.of(), "pademelon");
        assertThat(list.matching(rare, Personas.ADA, Optional.empty(), 2, newest, rarely))
                .extracting(Change::id)
                .startsWith(later, old);
        assertThat(list.matching(rare, Personas.ADA, Optional.of(later), 1, newest, rarely))
                .extracting(Change::id)
                .containsExactly(old);
        var two = new ChangeFilter(Set.of(), Optional.empty(), Set.of(), "checkout-api pademelon second");
        assertThat(list.matching(two, Personas.ADA, Optional.empty(), 30, newest, rarely))
                .extracting(Change::id)
                .contains(later)
                .doesNotContain(old);
        assertThat(list.matching(rare, Personas.BEN, Optional.empty(), 30, newest, rarely))
                .isEmpty();
    }

    /** Straight into the table, and out again: whoever looks for a word does not read all that was ever done. */
    @Test
    void looksWordsUpInAnIndexHoweverMuchThereIs() throws SQLException {
        try (var owner = RealStack.shared().asOwner();
                var sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("""
                INSERT INTO changes.change
                  (id, status, version, author, title, department, systems, revision, policy_version, created_at, submitted_at, status_since)
                SELECT 'CHG-8' || lpad(n::text, 8, '0'), 'CLOSED', 2, 'ada', 'Raise the limit of pool ' || n || ' once more',
                  'checkout', '{cart-api}', 1, 'v1', now(), now(), now()
                FROM generate_series(1, 100000) n
                """);
            sql.execute("ANALYZE changes.change");
            var plan = new StringBuilder();
            try (var rows = sql.executeQuery("EXPLAIN (ANALYZE, BUFFERS OFF) " + ChangeRows.SELECT + """
                WHERE (c.status <> 'DRAFT' OR c.author = 'ines')
                  AND (changes.words(c.title) @@ to_tsquery('simple', '''pool'':*') OR c.systems && '{order-capture-api}')
                  AND (changes.words(c.title) @@ to_tsquery('simple', '''77123'':*'))
                ORDER BY c.id DESC LIMIT 31
                """)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            owner.rollback();
            assertThat(plan.toString()).contains("change_words").doesNotContain("Seq Scan on change ");
        }
    }

    private ChangeId draft(String title) {
        return drafts.begin(Personas.ADA, title, "{}");
    }

    private List<ChangeId> ids(ChangeFilter filter) {
        return list.matching(filter, Personas.INES, Optional.empty(), 500).stream()
                .map(Change::id)
                .toList();
    }

    private List<ChangeId> found(String text) {
        return open("/changes?text={text}", text).all(ROWS).stream()
                .map(ChangeId::new)
                .toList();
    }

    private PlainPage open(String address, Object... values) {
        return PlainPage.of(
                pages,
                UriComponentsBuilder.fromUriString(address)
                        .encode()
                        .buildAndExpand(values)
                        .toUriString(),
                as(Personas.ADA));
    }
}
