package dev.countersign.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Something that counts, as its module keeps it, with what proves it.
 *
 * @param what in a word or two, such as "verdict"
 * @param entry the entry that tells of it
 * @param shown whether the log-in or signature that it takes is bound to it, if it takes one
 * @param legacy whether it is from before deeds were bound to their proof
 */
public record KeptDeed(String what, String person, Instant at, Optional<Long> entry, boolean shown, boolean legacy) {

    /** A row with columns of these names. */
    public static KeptDeed row(ResultSet row, int ignored) throws SQLException {
        return new KeptDeed(
                row.getString("what"),
                row.getString("person"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("entry", Long.class)),
                row.getBoolean("shown"),
                row.getBoolean("legacy"));
    }
}
