package dev.countersign.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.Countersign;
import dev.countersign.HouseDatabase;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who serves may not migrate: it begins on what the owner's account made, or says why not. */
class SchemaIT {

    private static final HouseDatabase SERVER = HouseDatabase.shared();
    private static final String OURS = "schema_ours";

    @BeforeAll
    static void migrate() {
        SERVER.empty(OURS);
        migrate(OURS);
    }

    private static void migrate(String database) {
        Countersign.main(new String[] {
            "migrate",
            "--spring.datasource.url=" + SERVER.url(database),
            "--spring.flyway.user=countersign_owner",
            "--spring.main.banner-mode=off"
        });
    }

    private static Schema seenByTheApplication(String database) {
        return new Schema(Flyway.configure()
                .dataSource(SERVER.as("countersign_app", database))
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .ignoreMigrationPatterns("*:future", "*:missing")
                .load());
    }

    private static void inHistory(String database, String statement) {
        JdbcClient.create(SERVER.as("countersign_owner", database))
                .sql(statement)
                .update();
    }

    @Test
    void isAcceptedOnceTheOwnerHasMigrated() {
        assertThatCode(() -> seenByTheApplication(OURS).expectMigrated()).doesNotThrowAnyException();
    }

    @Test
    void isRefusedWhereNobodyHasMigrated() {
        SERVER.empty("schema_empty");
        assertThatThrownBy(() -> seenByTheApplication("schema_empty").expectMigrated())
                .isInstanceOf(SchemaRefused.class)
                .hasMessageMatching(
                        "Expected to serve from a database with every migration of this release, but V010 .* was not applied, .* and \\d+ more\\.");
    }

    /** As it was before this could be looked at: the account may not read what was applied. */
    @Test
    void isRefusedWhereItCannotBeSeen() {
        SERVER.empty("schema_hidden");
        migrate("schema_hidden");
        inHistory("schema_hidden", "REVOKE SELECT ON flyway_schema_history FROM countersign_app");
        assertThatThrownBy(() -> seenByTheApplication("schema_hidden").expectMigrated())
                .isInstanceOf(SchemaRefused.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void isRefusedWithoutOneMigrationOrWithAnotherText() {
        SERVER.empty("schema_other");
        migrate("schema_other");
        inHistory("schema_other", "DELETE FROM flyway_schema_history WHERE version = '026'");
        inHistory("schema_other", "UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '010'");
        assertThatThrownBy(() -> seenByTheApplication("schema_other").expectMigrated())
                .hasMessage(
                        "Expected to serve from a database with every migration of this release, but V010 (people) was applied with another text, V026 (migrated) was not applied.");
    }

    /** While a release is rolled out the old one still serves, and it may be the one that comes back. */
    @Test
    void isAcceptedWithMigrationsOfALaterRelease() {
        SERVER.empty("schema_later");
        migrate("schema_later");
        inHistory("schema_later", """
                INSERT INTO flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (9001, '027', 'of tomorrow', 'SQL', 'identity/V027__of_tomorrow.sql', 1, 'countersign_owner', 1, true),
                       (9002, '999', 'of tomorrow', 'SQL', 'gate/V999__of_tomorrow.sql', 1, 'countersign_owner', 1, true)
                """);
        assertThatCode(() -> seenByTheApplication("schema_later").expectMigrated())
                .doesNotThrowAnyException();
        assertThatCode(() -> migrate("schema_later")).doesNotThrowAnyException();
    }

    @Test
    void saysWhatToDo() {
        var analysis = new SchemaRefusedAnalyzer().analyze(new IllegalStateException(new SchemaRefused("Expected …")));
        assertThat(List.of(analysis.getDescription(), analysis.getAction()))
                .first()
                .isEqualTo("Expected …");
        assertThat(analysis.getAction()).contains("'migrate'");
    }

    @Test
    void isNotMigratedWithoutTheOwnersAccount() {
        assertThatThrownBy(() -> Migration.run("--spring.datasource.url=" + SERVER.url(OURS)))
                .isInstanceOf(SchemaRefused.class)
                .hasMessage("Expected to migrate with the owner's account, but none is given.");
    }
}
