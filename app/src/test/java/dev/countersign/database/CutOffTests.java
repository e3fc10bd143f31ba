package dev.countersign.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.countersign.Told;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A network that swallows every packet: nobody says no, and nobody answers. */
class CutOffTests {

    private static final int BLINK_MILLIS = 200;
    private static final Duration WITHIN = Duration.ofSeconds(3);

    @RegisterExtension
    final Told told = Told.by(Pulse.class);

    private final List<Socket> waiting = new ArrayList<>();
    private ServerSocket silent;

    @BeforeEach
    void fillItsQueue() throws IOException {
        silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        while (isTaken()) {
            // As many as the system lets wait; from then on it drops whoever knocks.
        }
    }

    private boolean isTaken() throws IOException {
        var socket = new Socket();
        waiting.add(socket);
        try {
            socket.connect(silent.getLocalSocketAddress(), BLINK_MILLIS);
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : waiting) {
            socket.close();
        }
        silent.close();
    }

    @Test
    void refusesWithinThreeSecondsAndAtOnceFromThenOn() {
        try (var pool = pool()) {
            var database = new Watched(pool, new Pulse(pool, () -> {}));
            long start = System.nanoTime();
            assertThatExceptionOfType(SQLTransientConnectionException.class).isThrownBy(database::getConnection);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(WITHIN);
            Awaitility.await("the pulse is silent")
                    .atMost(WITHIN.multipliedBy(2))
                    .until(() -> !told.lines().isEmpty());
            long again = System.nanoTime();
            assertThatExceptionOfType(SQLTransientConnectionException.class).isThrownBy(database::getConnection);
            assertThat(Duration.ofNanos(System.nanoTime() - again)).isLessThan(Duration.ofMillis(500));
        }
        assertThat(told.lines()).containsExactly("PostgreSQL does not answer; nobody waits for it until it does");
    }

    /** As the application has it. */
    private HikariDataSource pool() {
        var pool = new HikariDataSource();
        var address = (InetSocketAddress) silent.getLocalSocketAddress();
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + address.getPort() + "/none");
        pool.setUsername("nobody");
        pool.setPassword("nothing");
        pool.setConnectionTimeout(2_500);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("connectTimeout", "2");
        pool.addDataSourceProperty("loginTimeout", "3");
        return pool;
    }
}
