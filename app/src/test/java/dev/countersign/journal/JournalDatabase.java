package dev.countersign.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal on a real PostgreSQL with its real roles, and nothing else of the application. */
public final class JournalDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final AnnotationConfigApplicationContext spring;

    public JournalDatabase(Clock clock) {
        try {
            postgres = EmbeddedPostgres.builder().start();
            prepare();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("Expected to start PostgreSQL for the journal, but it did not.", e);
        }
        DataSource app = as("countersign_app");
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> app);
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(app));
        spring.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(app));
        spring.registerBean(Clock.class, () -> clock);
        spring.register(Transactions.class, Journal.class, History.class, Comparison.class);
        spring.refresh();
    }

    private void prepare() throws SQLException {
        JdbcClient root = JdbcClient.create(postgres.getPostgresDatabase());
        root.sql("CREATE ROLE countersign_owner LOGIN").update();
        root.sql("CREATE ROLE countersign_app LOGIN").update();
        root.sql("CREATE DATABASE countersign OWNER countersign_owner").update();
        Flyway.configure()
                .dataSource(as("countersign_owner"))
                .locations("classpath:db/migration/identity", "classpath:db/migration/journal", "classpath:db/local")
                .load()
                .migrate();
    }

    public DataSource as(String role) {
        return postgres.getDatabase(role, "countersign");
    }

    /** Somebody who logged in once. */
    public void knows(String id, String name) {
        spring.getBean(JdbcClient.class)
                .sql(
                        "INSERT INTO identity.person (id, name, email, roles, seen_at) VALUES (:id, :name, '', '{}', now())")
                .param("id", id)
                .param("name", name)
                .update();
    }

    History history() {
        return spring.getBean(History.class);
    }

    ApplicationEventPublisher publisher() {
        return spring;
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(spring.getBean(PlatformTransactionManager.class));
    }

    public void record(Recorded event) {
        transaction().executeWithoutResult(status -> spring.publishEvent(event));
    }

    @Override
    public void close() throws IOException {
        spring.close();
        postgres.close();
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}
}
