package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalCountersignIT {

    private static final int UNWELL = 1;
    private static final Map<String, Integer> DEMO = Map.of(
            "DRAFT", 1,
            "NEEDS_WORK", 2,
            "IN_REVIEW", 3,
            "SIGN_OFF", 2,
            "ESCALATED", 1,
            "APPROVED", 3,
            "BAKING", 4,
            "REJECTED", 1,
            "WITHDRAWN", 1);

    private final List<LocalRun> runs = new ArrayList<>();
    private Path data;

    @BeforeEach
    void newFolder() throws IOException {
        Files.createDirectories(Path.of("target", "real-stack"));
        data = Files.createTempDirectory(Path.of("target", "real-stack").toAbsolutePath(), "local-");
    }

    /** Also when a test failed half-way. */
    @AfterEach
    void leaveNothing() {
        runs.forEach(run -> run.process().destroyForcibly().onExit().join());
        LocalRun.children(data).forEach(ProcessHandle::destroyForcibly);
    }

    private LocalRun start(String... arguments) {
        LocalRun run = LocalRun.start(data, arguments);
        runs.add(run);
        return run;
    }

    /**
     * Killed while it works (a fast machine may be done by then), the demo is completed by the next start, and nothing of
     * it is there twice.
     */
    @Test
    void startsGoesOnAfterAKillStopsAndFindsItsDataAgain() throws Exception {
        diesInItsFirstMoments();
        var first = start().awaitUp();
        assertThat(first.printed()).contains("Countersign is at http://localhost:", "grace   Grace Lindqvist");
        var orphans = LocalRun.children(data);
        assertThat(orphans).hasSize(3);
        refusesASecondOne();
        killWhileTheDemoWorks(first);
        assertThat(orphans).hasSize(3).allMatch(ProcessHandle::isAlive);

        var second = start().awaitUp();
        assertThat(second.printed()).contains("Ended 3 processes that an earlier run left behind.");
        assertThat(orphans).noneMatch(ProcessHandle::isAlive);
        completesTheDemo(second);
        var children = LocalRun.children(data);
        second.pressCtrlC();
        assertThat(children).hasSize(3).noneMatch(ProcessHandle::isAlive);

        var third = start().awaitUp();
        assertThat(third.printed()).doesNotContain("left behind");
        try (var database = database(third)) {
            assertThat(count(database, "changes.change")).isEqualTo(18);
        }
        third.pressCtrlC();
        assertThat(LocalRun.children(data)).isEmpty();
    }

    private void killWhileTheDemoWorks(LocalRun run) throws Exception {
        try (var database = database(run)) {
            await("all checks are through and some verdicts are given")
                    .until(() -> isThroughItsChecks(database) && count(database, "reviews.verdict") > 2);
        }
        run.process().destroyForcibly().onExit().join();
    }

    private void completesTheDemo(LocalRun run) throws Exception {
        try (var database = database(run)) {
            await("every change is where the script wants it").until(() -> statuses(database), DEMO::equals);
            assertThat(count(database, "changes.change")).isEqualTo(18);
            assertThat(count(database, "policy.addendum")).isEqualTo(1);
        }
    }

    /**
     * A check that the kill interrupts is made once Camunda gives its job out again, and then a window of the demo may
     * have begun, which is red.
     */
    private static boolean isThroughItsChecks(Connection database) throws SQLException {
        Map<String, Integer> statuses = statuses(database);
        return count(database, "changes.change") == 18
                && !statuses.containsKey("CHECKING")
                && statuses.get("DRAFT") == 1;
    }

    /** The one of three minutes may have expired by then. */
    private static Map<String, Integer> statuses(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        SELECT CASE status WHEN 'EXPIRED' THEN 'APPROVED' ELSE status END, count(*)::integer
                        FROM changes.change GROUP BY 1""")) {
            Map<String, Integer> counted = new HashMap<>();
            while (rows.next()) {
                counted.put(rows.getString(1), rows.getInt(2));
            }
            return counted;
        }
    }

    private static int count(Connection database, String table) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static ConditionFactory await(String state) {
        return Awaitility.await(state).atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(100));
    }

    private void refusesASecondOne() {
        var other = start();
        assertThat(other.end()).isEqualTo(UNWELL);
        assertThat(other.printed()).contains("another Countersign runs on it").hasLineCount(1);
    }

    /** The first start makes the database's files; whatever moment it dies at, the next one begins where it can. */
    private void diesInItsFirstMoments() {
        for (String half :
                List.of("secrets.properties", "postgres.new", "postgres.new/PG_VERSION", "postgres/PG_VERSION")) {
            LocalRun dying = start();
            await("it has made " + half)
                    .until(() ->
                            Files.exists(data.resolve(half)) || !dying.process().isAlive());
            dying.process().destroyForcibly().onExit().join();
            assertThat(dying.printed()).doesNotContain("Expected to");
        }
    }

    @Test
    void refusesATakenPortBeforeItStartsAnything() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var run = start("--countersign.local.ports.gateway=" + taken.getLocalPort());
            assertThat(run.end()).isEqualTo(UNWELL);
            assertThat(run.printed()).contains("(gateway), but it is taken").hasLineCount(1);
            assertThat(LocalRun.children(data)).isEmpty();
        }
    }

    @Test
    void refusesAFolderThatIsNoJdk() {
        var run = start("--countersign.local.java=" + data);
        assertThat(run.end()).isEqualTo(UNWELL);
        assertThat(run.printed())
                .contains("on a JDK '21' or newer", "--countersign.local.java=")
                .hasLineCount(1);
    }

    @Test
    void stopsTheOthersWhenOneFails() throws Exception {
        DataFolder.open(data).close();
        Files.createDirectory(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "7.4");
        var run = start();
        assertThat(run.end()).isEqualTo(UNWELL);
        assertThat(run.printed())
                .contains("Expected to start 'postgres', but it ended with exit code", "postgres.log")
                .as("no stack trace after it")
                .doesNotContain("\tat ");
        assertThat(LocalRun.children(data)).isEmpty();
    }

    private Connection database(LocalRun run) throws Exception {
        var port = Pattern.compile("databases on port (\\d+)").matcher(run.printed());
        assertThat(port.find()).isTrue();
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(file);
        }
        return DriverManager.getConnection(
                Databases.url(Integer.parseInt(port.group(1)), "countersign"),
                "countersign_owner",
                secrets.getProperty("countersign-owner"));
    }
}
