package dev.countersign.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Told;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.scheduling.support.TaskUtils;

class ScheduledWorkTests {

    @RegisterExtension
    final Told told = Told.by(TaskUtils.LOG_AND_SUPPRESS_ERROR_HANDLER.getClass());

    @RegisterExtension
    final Told quietly = Told.by(ScheduledWork.class);

    private final ScheduledWork work = new ScheduledWork(Clock.systemUTC());

    @Test
    void saysNothingWhileTheDatabaseIsSilent() {
        work.tell(new CannotGetJdbcConnectionException("No", new SQLTransientConnectionException("Silent")));
        work.tell(new UncategorizedSQLException("Cut", "SELECT 1", new SQLException("Gone", "08006")));
        assertThat(told.lines()).isEmpty();
        assertThat(quietly.lines()).isEmpty();
    }

    @Test
    void saysOnceAMinuteThatPostgresKeepsNothing() {
        for (String state : new String[] {"25006", "53100", "53300"}) {
            work.tell(new UncategorizedSQLException("Kept", "INSERT", new SQLException("No room in " + state, state)));
        }
        assertThat(told.lines()).isEmpty();
        assertThat(quietly.lines()).containsExactly("Scheduled work has to wait: No room in 25006");
    }

    @Test
    void tellsEveryOtherFailure() {
        work.tell(new IllegalStateException("a fault of ours"));
        work.tell(new UncategorizedSQLException("Wrong", "SELEC 1", new SQLException("No such word", "42601")));
        assertThat(told.lines()).hasSize(2).first().asString().contains("a fault of ours");
    }
}
