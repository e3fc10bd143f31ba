package dev.countersign.registry.web;

import static dev.countersign.identity.SignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Personas;
import dev.countersign.PlainPage;
import dev.countersign.local.OnRealStack;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OnRealStack
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class RegistryPagesIT {

    @Autowired
    MockMvcTester pages;

    @Autowired
    JdbcClient sql;

    @Test
    void leadsThroughEverySystemOnceAndTheMostCriticalFirst() {
        List<String> seen = new ArrayList<>();
        for (PlainPage page = open("/registry"); ; page = open(page.next().orElseThrow())) {
            seen.addAll(keys(page));
            if (page.next().isEmpty()) {
                break;
            }
        }
        assertThat(seen)
                .containsExactlyElementsOf(sql.sql("SELECT key FROM registry.system ORDER BY tier, key")
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    @ParameterizedTest
    @CsvSource({
        "text=cart-api,         s.key ILIKE '%cart-api%'",
        "text=CART-API,         s.key ILIKE '%cart-api%'",
        "tier=1&text=worker,    s.tier = 1 AND (s.key ILIKE '%worker%' OR s.name ILIKE '%worker%')",
        "department=checkout&tier=2, s.department = 'checkout' AND s.tier = 2"
    })
    void showsOnlyWhatTheFilterAsksFor(String asked, String condition) {
        List<String> wanted = sql.sql(
                        "SELECT key FROM registry.system s WHERE " + condition + " ORDER BY tier, key LIMIT 40")
                .query((row, number) -> row.getString(1))
                .list();
        assertThat(wanted).isNotEmpty();
        assertThat(keys(open("/registry?" + asked))).containsExactlyElementsOf(wanted);
    }

    @Test
    void keepsTheFilterOnTheNextPage() {
        String next = open("/registry?tier=1&text=a").next().orElseThrow();
        assertThat(next).contains("tier=1", "text=a", "after=");
        assertThat(open(next).html()).contains("name=\"text\" value=\"a\"");
    }

    /** What LIKE would take for anything is meant as it stands, and no key has it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text=%25",
                "text=_",
                "text=%5C",
                "text=%27%3B--",
                "department=nowhere",
                "tier=99",
                "after=nowhere"
            })
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
    @ValueSource(strings = {"tier=abc", "tier=1.5", "tier=99999999999", "text=a%00b", "after=%00"})
    void saysInWordsThatItDoesNotUnderstand(String asked) {
        PlainPage page = open("/registry?" + asked);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("Expected to understand the request");
    }

    @Test
    void saysInWordsThatThereIsNoSuchSystem() {
        PlainPage page = open("/registry/no-such-system");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text())
                .contains(
                        "Expected to find system 'no-such-system', but the registry has none",
                        "404 · registry.unknown-system");
    }

    @Test
    void repeatsNoMoreOfAnUnknownKeyThanPeopleRead() {
        PlainPage page = open("/registry/" + "a".repeat(5_000));
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("a".repeat(80) + "…").doesNotContain("a".repeat(81));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/registry", "/registry/cart-api"})
    void givesAnAuditorNothingThatWrites(String path) {
        assertThat(open(path).postsTo()).containsExactly("/logout");
    }

    private static List<String> keys(PlainPage page) {
        return page.all("href=\"/registry/([^\"]+)\"");
    }

    private PlainPage open(String address) {
        return PlainPage.of(pages, address, as(Personas.INES));
    }
}
