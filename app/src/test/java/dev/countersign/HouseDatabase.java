package dev.countersign;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL with its roles and every migration, and nothing else of the stack: where rules that live in SQL are asked. */
public final class HouseDatabase {

    private static final class Shared {
        static final HouseDatabase DATABASE = new HouseDatabase();
    }

    private final EmbeddedPostgres postgres;

    private HouseDatabase() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            prepare();
        } catch (IOException e) {
            throw new IllegalStateException("Expected to start PostgreSQL for a test, but it did not.", e);
        }
    }

    /** One for all tests that ask for it; each writes about subjects of its own. */
    public static HouseDatabase shared() {
        return Shared.DATABASE;
    }

    private void prepare() {
        JdbcClient root = JdbcClient.create(postgres.getPostgresDatabase());
        root.sql("CREATE ROLE countersign_owner LOGIN").update();
        root.sql("CREATE ROLE countersign_app LOGIN").update();
        root.sql("CREATE DATABASE countersign OWNER countersign_owner").update();
        Flyway.configure()
                .dataSource(as("countersign_owner"))
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /** With what the application's account may do. */
    public JdbcClient app() {
        return JdbcClient.create(as("countersign_app"));
    }

    /** Past every trigger and grant, to bring about what a test begins with. */
    public void given(String statements) {
        JdbcClient.create(as("postgres"))
                .sql("SET session_replication_role = replica; " + statements)
                .update();
    }

    /** The application's account is refused as well; the message names the constraint or says why. */
    public void refuses(String statement, String why) {
        Assertions.assertThatThrownBy(() -> {
                    try (var app = as("countersign_app").getConnection();
                            var sql = app.createStatement()) {
                        sql.execute(statement);
                    }
                })
                .as(statement)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
    }

    public DataSource as(String role) {
        return postgres.getDatabase(role, "countersign");
    }

    private void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new IllegalStateException("Expected to stop PostgreSQL after the tests, but it did not.", e);
        }
    }
}
