package dev.countersign.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The pool, as long as PostgreSQL answers. While it does not, whoever wants a connection is told so at once. */
final class Watched extends DelegatingDataSource implements AutoCloseable {

    private final HikariDataSource pool;
    private final Pulse pulse;

    Watched(HikariDataSource pool, Pulse pulse) {
        super(pool);
        this.pool = pool;
        this.pulse = pulse;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (pulse.isSilent()) {
            throw new SQLTransientConnectionException(
                    "Expected to ask PostgreSQL, but it does not answer; whoever asks is refused until it does.");
        }
        return super.getConnection();
    }

    @Override
    public void close() {
        pulse.close();
        pool.close();
    }
}
