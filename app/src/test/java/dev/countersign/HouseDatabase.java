package dev.countersign;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL with its roles and every migration, and nothing else of the stack: where rules that live in SQL are asked. */
public final class HouseDatabase {

    private static final class Shared {
        static final HouseDatabase DATABASE = new HouseDatabase();
    }

    private final FormerHouse house = FormerHouse.empty();

    private HouseDatabase() {
        Runtime.getRuntime().addShutdownHook(new Thread(house::close));
        house.migrate("latest");
    }

    /** One for all tests that ask for it; each writes about subjects of its own. */
    public static HouseDatabase shared() {
        return Shared.DATABASE;
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
        return house.as(role);
    }

    /** Of another database of this server. */
    public DataSource as(String role, String database) {
        return house.as(role, database);
    }

    /** One more database, with nothing in it. */
    public void empty(String database) {
        house.add(database);
    }

    /** The address of one of its databases. */
    public String url(String database) {
        return house.url(database);
    }
}
