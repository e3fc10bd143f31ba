package dev.countersign.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The pool, as long as PostgreSQL answers. While it does not, whoever wants a connection is told so at once. */
final class Watched extends DelegatingDataSource {

    private final Pulse pulse;

    Watched(DataSource pool, Pulse pulse) {
        super(pool);
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
}
