package dev.countersign.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks PostgreSQL each second whether it is there, on a line of its own. A database that hangs answers neither yes nor no:
 * once it is silent, those who wait for it are told so and nobody new waits, until it answers again. Statements that take
 * long by themselves are not disturbed. It ends with the pool.
 */
final class Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final int EVERY_MILLIS = 1_000;
    private static final int PATIENCE_MILLIS = 1_500;
    private static final String PATIENCE_SECONDS = "2";
    private static final Executor HERE = Runnable::run;

    private final HikariDataSource pool;
    private final Runnable cut;
    private volatile boolean silent;
    private @Nullable Connection line;

    Pulse(HikariDataSource pool, Runnable cut) {
        this.pool = pool;
        this.cut = cut;
        Thread.ofPlatform().name("database-pulse").daemon().start(this::run);
    }

    boolean isSilent() {
        return silent;
    }

    private void run() {
        try {
            while (!pool.isClosed()) {
                note(answers() || answersOnANewLine());
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp();
        }
    }

    private void note(boolean answered) {
        boolean before = silent;
        silent = !answered;
        if (!answered) {
            cut.run();
        }
        if (before != silent) {
            LOG.warn(
                    silent
                            ? "PostgreSQL does not answer; nobody waits for it until it does"
                            : "PostgreSQL answers again");
        }
    }

    /** The line that it had may be gone though PostgreSQL is there. */
    private boolean answersOnANewLine() {
        return answers();
    }

    private boolean answers() {
        try {
            Connection open = line == null ? dial() : line;
            line = open;
            try (var statement = open.createStatement()) {
                return statement.execute("SELECT 1");
            }
        } catch (SQLException _) {
            hangUp();
            return false;
        }
    }

    private Connection dial() throws SQLException {
        var properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        properties.remove("socketFactory");
        properties.remove("socketFactoryArg");
        properties.setProperty("user", pool.getUsername());
        properties.setProperty("password", pool.getPassword());
        properties.setProperty("loginTimeout", PATIENCE_SECONDS);
        properties.setProperty("socketTimeout", PATIENCE_SECONDS);
        Connection dialled = DriverManager.getConnection(pool.getJdbcUrl(), properties);
        dialled.setNetworkTimeout(HERE, PATIENCE_MILLIS);
        return dialled;
    }

    private void hangUp() {
        Connection open = line;
        line = null;
        if (open != null) {
            try {
                open.abort(HERE);
            } catch (SQLException e) {
                LOG.debug("The line was gone already", e);
            }
        }
    }
}
