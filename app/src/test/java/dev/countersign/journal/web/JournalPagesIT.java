package dev.countersign.journal.web;

import static dev.countersign.identity.SignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.countersign.identity.Role;
import dev.countersign.journal.Deeds;
import dev.countersign.journal.Happened;
import dev.countersign.journal.JournalDatabase;
import dev.countersign.journal.KeptDeed;
import dev.countersign.journal.Titles;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(
        classes = JournalPagesIT.House.class,
        properties = {
            "spring.flyway.enabled=false",
            "spring.security.oauth2.client.provider.keycloak.issuer-uri=http://identity.example/realms/countersign",
            "spring.security.oauth2.client.registration.keycloak.client-id=countersign",
            "spring.security.oauth2.client.registration.keycloak.client-secret=secret",
        })
@AutoConfigureMockMvc
@DirtiesContext
class JournalPagesIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final JournalDatabase DATABASE = new JournalDatabase(Clock.fixed(NOON, ZoneOffset.UTC));

    @Autowired
    private MockMvcTester pages;

    @BeforeAll
    static void record() {
        DATABASE.record(
                Happened.by("Ben", "change/CHG-000003").kind("reviews.approved").about("search"));
        IntStream.range(0, 60).forEach(i -> DATABASE.record(Happened.to("change/CHG-000001")));
        DATABASE.record(Happened.by("ben", "change/CHG-000002")
                .kind("reviews.approved")
                .about("search")
                .summary("=HYPERLINK(\"http://x\") <b>ж</b>"));
        DATABASE.knows("ben", "Ben Castillo");
        DATABASE.knows("chloe", "Chloe Martin");
    }

    @AfterAll
    static void stop() throws IOException {
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/journal", "/journal.csv", "/journal.json", "/journal/verify"})
    void opensOnlyToAuditorsAndLeaders(String path) {
        for (Role role : Role.values()) {
            boolean may = role == Role.AUDITOR || role == Role.VP || role == Role.DIRECTOR;
            assertThat(get(path, role)).as("%s on %s", role, path).hasStatus(may ? 200 : 403);
        }
    }

    @Test
    void offersNothingThatWrites() {
        assertThat(get("/journal", Role.AUDITOR)).bodyText().satisfies(JournalPagesIT::onlyLogsOut);
        assertThat(get("/journal/verify?after=", Role.AUDITOR)).bodyText().satisfies(JournalPagesIT::onlyLogsOut);
    }

    @Test
    void refusesToBeWrittenToInWords() {
        assertThat(pages.post()
                        .uri("/journal")
                        .with(as("ines", Role.AUDITOR))
                        .with(csrf())
                        .exchange())
                .hasStatus(405)
                .bodyText()
                .contains("answer this kind of request");
    }

    @Test
    void showsWhatPeopleWroteAsText() {
        assertThat(get("/journal?who=ben", Role.AUDITOR))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;b&gt;ж&lt;/b&gt;", "/changes/CHG-000002", "reviews.approved");
    }

    @Test
    void leadsOnToOlderEntriesAndKeepsEveryFilter() {
        String first = body(get(
                "/journal?who=ADA&who=ben&what=changes.submitted&what=reviews.approved&subject=CHG-000001&system=Cart",
                Role.AUDITOR));
        String older = first.replaceAll("(?s).*href=\"(/journal\\?[^\"]*before=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(older).contains("who=ADA&who=ben&what=changes.submitted&what=reviews.approved&subject=CHG-000001");
        assertThat(rows(first)).isEqualTo(50);
        assertThat(rows(body(get(older, Role.AUDITOR)))).isEqualTo(10);
    }

    @Test
    void groupsByDayAndSubjectWithTitlesAndKeepsHashesBehindAToggle() {
        String page = body(get("/journal?system=search", Role.AUDITOR));

        assertThat(page.split("<h2 dir=\"auto\">23 Nov 2026</h2>", -1)).hasSize(2);
        assertThat(page)
                .contains("<a href=\"/changes/CHG-000002\" dir=\"auto\">Tune the search</a>")
                .containsPattern("CHG-000002</span>")
                .contains("<a href=\"/changes/CHG-000003\" dir=\"auto\">CHG-000003</a>");
        assertThat(page.replaceAll("(?s)<details.*?</details>", "")).doesNotContain("reviews.approved</code>");
        assertThat(page).containsPattern("<code class=\"soft\"[^>]*>[0-9a-f]{64}</code>");
    }

    /** However they are spelled here, and however the record spelled them before there was one form. */
    @ParameterizedTest
    @ValueSource(strings = {"ben", "BEN", "%C2%A0Ben%E2%80%8B", "Ben%20Castillo", "chloe&who=ben", "chloe,%20ben"})
    void findsPeopleHoweverTheyAreSpelled(String who) {
        assertThat(get("/journal?who=" + who, Role.AUDITOR))
                .hasStatusOk()
                .bodyText()
                .satisfies(page -> assertThat(rows(page)).isEqualTo(2));
        assertThat(body(get("/journal.csv?who=" + who, Role.AUDITOR))).hasLineCount(3);
    }

    @Test
    void findsNothingOfSomebodyWhoDidNothing() {
        assertThat(get("/journal?who=chloe", Role.AUDITOR))
                .hasStatusOk()
                .bodyText()
                .contains("No entry matches");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/journal?who=ben&who=nobody", "/journal.csv?who=nobody", "/journal.json?who=nobody"})
    void saysWhoIsNobody(String path) {
        assertThat(get(path, Role.AUDITOR)).hasStatus(422).bodyText().contains("nobody", "is not a person.");
    }

    @Test
    void keepsAFilterThatItCouldNotRead() {
        assertThat(get("/journal?from=yesterday&who=ada", Role.AUDITOR))
                .hasStatus(422)
                .bodyText()
                .contains("“yesterday” is not a day such as 2026-11-23.", "value=\"yesterday\"", "value=\"ada\"");
    }

    @Test
    void refusesACursorThatItDidNotGive() {
        assertThat(get("/journal?before=MTIzeA", Role.AUDITOR)).hasStatus4xxClientError();
    }

    @Test
    void exportsCsvThatNoSpreadsheetRuns() {
        MvcTestResult csv = get("/journal.csv?who=ben&subject=CHG-000002", Role.AUDITOR);
        assertThat(csv).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        assertThat(body(csv))
                .startsWith("id,at,stream,seq,kind,actor,systems,summary,data,previous_hash,hash\r\n")
                .contains("\"'=HYPERLINK(\"\"http://x\"\") <b>ж</b>\"")
                .hasLineCount(2);
    }

    @Test
    void exportsEveryEntryWithItsHashedTextAsJson() {
        MvcTestResult json = get("/journal.json", Role.VP);
        assertThat(json).hasStatusOk().bodyJson().extractingPath("$.length()").isEqualTo(62);
        assertThat(json).bodyJson().extractingPath("$[0].data.note").isEqualTo("first");
        assertThat(json).bodyJson().extractingPath("$[0].canonical").asString().startsWith("{\"actor\":\"ben\"");
    }

    @Test
    void verifiesOneChainAndAll() {
        assertThat(body(get("/journal/verify?subject=chg-000001", Role.AUDITOR)))
                .contains("is intact", ">60<");
        assertThat(body(get("/journal/verify?after=", Role.AUDITOR))).contains("all are intact", ">3<");
    }

    @Test
    void saysWhichDecisionsHaveNoEntry() {
        assertThat(body(get("/journal/verify?subject=chg-000099", Role.AUDITOR)))
                .contains("do not agree", "the verdict of mallory at", "has no entry")
                .doesNotContain("is broken");
        assertThat(body(get("/journal/verify?subject=chg-000002", Role.AUDITOR)))
                .contains("is intact", "from before the history proved each of them");
    }

    private MvcTestResult get(String path, Role role) {
        return pages.get().uri(URI.create(path)).with(as("ines", role)).exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static int rows(String page) {
        return page.split("class=\"entry\"", -1).length - 1;
    }

    /** The one form that every page has is the one for logging out. */
    private static void onlyLogsOut(String page) {
        assertThat(page.split("method=\"post\"", -1)).hasSize(2);
        assertThat(page).contains("action=\"/logout\"").doesNotContain("hx-post", "hx-put", "hx-delete", "hx-patch");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"dev.countersign.identity", "dev.countersign.journal"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "dev\\.countersign\\.identity\\.web\\.Gallery.*"))
    static class House {

        /** A verdict that somebody wrote by hand, and one that is older than the proofs. */
        @Bean
        Deeds deeds() {
            return new Deeds() {
                @Override
                public Set<String> kinds() {
                    return Set.of();
                }

                @Override
                public List<KeptDeed> on(String stream) {
                    boolean former = stream.equals("change/CHG-000002");
                    return former || stream.equals("change/CHG-000099")
                            ? List.of(new KeptDeed("verdict", "mallory", NOON, Optional.empty(), true, former))
                            : List.of();
                }
            };
        }

        @Bean
        Titles titles() {
            return streams -> Map.of("change/CHG-000002", "Tune the search");
        }

        @Bean
        DataSource dataSource() {
            return DATABASE.as("countersign_app");
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOON, ZoneOffset.UTC);
        }
    }
}
