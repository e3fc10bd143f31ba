package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How far the people of the demo are, as the database of a local run has it. */
record DemoRun(Path data, LocalRun run) {

    private static final int CHANGES = 18;
    private static final Map<String, Integer> DONE = Map.of(
            "DRAFT", 1,
            "NEEDS_WORK", 2,
            "IN_REVIEW", 3,
            "SIGN_OFF", 2,
            "ESCALATED", 1,
            "APPROVED", 3,
            "BAKING", 4,
            "REJECTED", 1,
            "WITHDRAWN", 1);

    /**
     * Returns when all checks are through and some verdicts are given. A check that a kill interrupts is made once Camunda
     * gives its job out again, and then a window of the demo may have begun, which is red.
     */
    void awaitVerdicts(int more) throws SQLException {
        try (var database = database()) {
            await("all checks are through and some verdicts are given")
                    .until(() -> isThroughItsChecks(database) && count(database, "reviews.verdict") > more);
        }
    }

    void awaitComplete() throws SQLException {
        try (var database = database()) {
            await("every change is where the script wants it").until(() -> statuses(database), DONE::equals);
            assertThat(count(database, "changes.change")).isEqualTo(CHANGES);
            assertThat(count(database, "policy.addendum")).isEqualTo(1);
        }
    }

    int changes() throws SQLException {
        try (var database = database()) {
            return count(database, "changes.change");
        }
    }

    private static boolean isThroughItsChecks(Connection database) throws SQLException {
        Map<String, Integer> statuses = statuses(database);
        return count(database, "changes.change") == CHANGES
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

    static ConditionFactory await(String state) {
        return Awaitility.await(state).atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(100));
    }

    private Connection database() throws SQLException {
        var port = Pattern.compile("databases on port (\\d+)").matcher(run.printed());
        assertThat(port.find()).isTrue();
        return DriverManager.getConnection(
                Databases.url(Integer.parseInt(port.group(1)), "countersign"), "countersign_owner", password());
    }

    private String password() {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty("countersign-owner");
    }
}
