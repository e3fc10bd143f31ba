package dev.countersign;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL at the version of an earlier release: what somebody kept there is migrated from there on. */
public final class FormerHouse implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private FormerHouse(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** As it stood after the migration of that number. */
    public static FormerHouse at(String version) {
        FormerHouse house = empty();
        house.migrate(version);
        return house;
    }

    /** With its roles, and without a table. */
    static FormerHouse empty() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            JdbcClient root = JdbcClient.create(postgres.getPostgresDatabase());
            root.sql("CREATE ROLE countersign_owner LOGIN").update();
            root.sql("CREATE ROLE countersign_app LOGIN").update();
            root.sql("CREATE DATABASE countersign OWNER countersign_owner").update();
            return new FormerHouse(postgres);
        } catch (IOException e) {
            throw new IllegalStateException("Expected to start PostgreSQL for a test, but it did not.", e);
        }
    }

    /** On to that version, or to `latest`. */
    public void migrate(String version) {
        Flyway.configure()
                .dataSource(as("countersign_owner"))
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }

    /** Who owns the tables. */
    public JdbcClient owner() {
        return JdbcClient.create(as("countersign_owner"));
    }

    DataSource as(String role) {
        return as(role, "countersign");
    }

    DataSource as(String role, String database) {
        return postgres.getDatabase(role, database);
    }

    /** One more database, with nothing in it. */
    void add(String database) {
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("CREATE DATABASE " + database + " OWNER countersign_owner")
                .update();
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database);
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new IllegalStateException("Expected to stop PostgreSQL after the tests, but it did not.", e);
        }
    }
}
