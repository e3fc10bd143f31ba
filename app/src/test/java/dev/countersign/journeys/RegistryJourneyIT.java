package dev.countersign.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.countersign.local.OnRealStack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealStack
class RegistryJourneyIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @LocalServerPort
    int port;

    private final Tour tour = new Tour();
    private Visitors visitors;

    @BeforeEach
    void open() {
        visitors = Visitors.of(port);
    }

    @AfterEach
    void hearsNoComplaintOfABrowser() {
        assertThat(visitors.complaints()).isEmpty();
    }

    @Test
    void ownerBringsAFileAndADirectorMakesItTrue() {
        var jonas = visitors.get("jonas").open("/registry/imports");
        String file = "\uFEFFkey;name;department;owner;declared_tier\njourney-api;Journey API;checkout;jonas;2\n";
        upload(jonas, file);
        assertThat(jonas.text()).contains("What systems.csv says", "Journey API");
        jonas.button("Propose all of it").dblclick();
        jonas.page().waitForURL(Pattern.compile(".*/registry/proposals/.*"));
        String proposal = jonas.path();
        upload(jonas.open("/registry/imports"), file);
        assertThat(jonas.text()).contains("Exactly this is already proposed and waits for a second person");
        assertThat(jonas.offers("Propose all of it")).isFalse();
        assertThat(jonas.status("/registry/journey-api")).isEqualTo(404);
        assertThat(jonas.open(proposal).offers("Record my decision")).isFalse();
        var elena = visitors.get("elena").open("/desk").follow("New: journey-api");
        elena.choose("Approve").press("Record my decision");
        assertThat(elena.text()).contains("It is approved, and true from this moment.");
        assertThat(jonas.open("/registry/journey-api").text()).contains("tier 2", "Not Tier-1 by the rule");
    }

    @Test
    void ownerChoosesWhatACatalogueOfAnotherHouseDoesNotSay() throws IOException {
        var jonas = visitors.get("jonas").open("/registry/imports");
        jonas.page()
                .fill("#text", Files.readString(Path.of("src", "test", "resources", "catalogues", "whole-house.yaml")));
        jonas.press("Show what it would change");
        assertThat(jonas.text())
                .contains("owner is missing", "Left out, and why", "What has another name here", "tracking-db");
        tour.look(jonas, "registry-import-choices");
        jonas.page()
                .selectOption(
                        "label:text-is('group:default/team.labels') + select", "group:default/team.labels=fulfilment");
        jonas.page().selectOption("#again-department", "checkout");
        jonas.page().selectOption("#again-owner", "jonas");
        jonas.page().selectOption("#again-tier", "3");
        jonas.press("Look again");
        assertThat(jonas.text()).contains("What the pasted text says", "Label.Printer-Service");
        assertThat(jonas.page().inputValue("#again-owner")).isEqualTo("jonas");
        tour.look(jonas, "registry-import-chosen");
        jonas.press("Propose all of it");
        assertThat(jonas.text()).contains("component:default/label.printer-service is system label-printer-service");
        tour.look(jonas, "registry-proposal-entities");
        assertThat(tour.findings()).isEmpty();
        visitors.get("elena").open(jonas.path()).choose("Approve").press("Record my decision");
        assertThat(jonas.open("/registry/label-printer-service").text()).contains("Fulfilment");
    }

    @Test
    void slowerOfTwoEditorsSeesWhatTheFasterChanged() {
        String key = registered();
        var jonas = visitors.get("jonas");
        String first = edited(jonas, key, "Faster");
        String second = edited(jonas, key, "Slower");
        var elena = visitors.get("elena");
        elena.open(first).choose("Approve").press("Record my decision");
        elena.open(second).choose("Approve").press("Record my decision");
        assertThat(elena.text()).contains("others have changed", "It is now: Faster", "Wanted: Slower");
        tour.look(elena, "registry-proposal-overtaken");
        assertThat(tour.findings()).isEmpty();
        jonas.open(second).follow("Make it anew");
        assertThat(jonas.value("name")).isEqualTo("Slower");
        assertThat(jonas.press("Propose it").text()).contains("Was: Faster", "Wanted: Slower");
        jonas.open(second).find("summary:has-text('Withdraw')").click();
        assertThat(jonas.press("Yes, withdraw it").text()).contains("It is withdrawn and never took effect.");
    }

    @Test
    void twoTabsDoNotOverwriteEachOther() {
        String key = registered();
        var jonas = visitors.get("jonas");
        var late = jonas.tab().open("/registry/" + key + "/edit");
        String first = edited(jonas, key, "Faster");
        visitors.get("elena").open(first).choose("Approve").press("Record my decision");
        late.fill("team", "Late crew").press("Propose it");
        assertThat(late.text()).contains("Somebody's edit of this system became true while you were typing.");
        assertThat(late.value("team")).isEqualTo("Late crew");
    }

    @Test
    void engineerReportsAnIncidentAndAnOwnerConfirmsIt() {
        var ada = visitors.get("ada").open("/registry/incidents/new?system=cart-console");
        ada.fill("title", "Staff could not see carts");
        ada.fill("startedAt", "2026-03-02T09:00");
        ada.select("severity", "3").choose("Not known").press("Report it");
        assertThat(ada.text()).contains("It counts when a second person confirms it.");
        var jonas = visitors.get("jonas").open(ada.path());
        jonas.choose("Approve").press("Record my decision");
        jonas.open("/registry/incidents?text=could+not+see").follow("Staff could not see carts");
        assertThat(jonas.text()).contains("No: no order was lost");
    }

    @Test
    void fileWithoutTheTokenOfOurPageIsRefused() {
        var jonas = visitors.get("jonas");
        var answer = jonas.page()
                .request()
                .post(
                        "/registry/imports",
                        RequestOptions.create()
                                .setMultipart(FormData.create().set("file", csv("key,team\ncart-api,Mine\n")))
                                .setMaxRedirects(0));
        assertThat(answer.status()).isIn(303, 403);
        assertThat(answer.text()).doesNotContain("Propose all of it");
    }

    @ParameterizedTest
    @CsvSource({
        "/registry/imports, multipart/form-data; boundary=x, 13000000, 413",
        "/api/registry/imports, text/csv, 13000000, 413",
        "/api/registry/imports, text/csv, 1000000, 401",
        "/registry/new, application/x-www-form-urlencoded, 1000000, 413",
        "/registry/imports/1, text/csv, 1000000, 413",
        "/api/gate/decisions, application/json, 1000000, 413",
        "/registry/new, multipart/form-data; boundary=x, 100, 415",
        "/changes/new, multipart/form-data; boundary=x, 100, 415",
    })
    void onlyImportsTakeLargeBodiesOrFiles(String path, String type, int size, int status) throws Exception {
        assertThat(status(path, type, size)).isEqualTo(status);
    }

    /** Announces a body and sends none of it: what is too large is refused before it is read. */
    private int status(String path, String type, int size) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write("POST %s HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(path, port, type, size)
                            .getBytes(UTF_8));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            return Integer.parseInt(answer.readLine().split(" ", 3)[1]);
        }
    }

    private String registered() {
        String key = "journey-%d-api".formatted(NUMBER.incrementAndGet());
        var jonas = visitors.get("jonas").open("/registry/imports");
        upload(jonas, "key,name,department,owner,declared_tier\n%s,Slow and steady,checkout,jonas,2\n".formatted(key));
        jonas.press("Propose all of it");
        visitors.get("elena").open(jonas.path()).choose("Approve").press("Record my decision");
        return key;
    }

    private static String edited(Visitor person, String key, String name) {
        person.open("/registry/" + key + "/edit").fill("name", name).press("Propose it");
        return person.path();
    }

    private static void upload(Visitor person, String text) {
        person.page().setInputFiles("#file", csv(text));
        person.press("Show what it would change");
    }

    private static FilePayload csv(String text) {
        return new FilePayload("systems.csv", "text/csv", text.getBytes(UTF_8));
    }
}
