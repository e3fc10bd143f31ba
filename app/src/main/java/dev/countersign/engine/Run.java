package dev.countersign.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/** One try at walking a subject's process; the instance is known once it has claimed the run. */
record Run(String subject, String process, int number, OptionalLong instance, Instant startedAt) {

    String id() {
        return new RunId(subject, number).text();
    }

    static Run of(ResultSet row, int ignored) throws SQLException {
        Long instance = row.getObject("instance", Long.class);
        return new Run(
                row.getString("subject"),
                row.getString("process"),
                row.getInt("run"),
                instance == null ? OptionalLong.empty() : OptionalLong.of(instance),
                row.getObject("started_at", OffsetDateTime.class).toInstant());
    }
}
