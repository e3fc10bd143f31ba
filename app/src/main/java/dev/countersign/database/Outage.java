package dev.countersign.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Why PostgreSQL does not do what it is asked, through no fault of whoever asks. */
public enum Outage {
    /** It gives no answer. */
    SILENT,
    /** It answers and keeps nothing: a standby, or somebody works on it. */
    READ_ONLY,
    /** It has no room, no memory or no connection left. */
    EXHAUSTED;

    /** SQL's word for everything about connections. */
    private static final String CONNECTION = "08";
    /** PostgreSQL's word for "an operator steps in", such as a shutdown or a cancelled statement. */
    private static final String OPERATOR = "57";

    private static final String INSUFFICIENT_RESOURCES = "53";
    private static final String READ_ONLY_TRANSACTION = "25006";

    /** Empty for every other failure, such as one by what PostgreSQL answered. */
    public static Optional<Outage> why(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .flatMap(cause -> one(cause).stream())
                .findFirst();
    }

    public static boolean isWhy(@Nullable Throwable failure) {
        return why(failure).isPresent();
    }

    private static Optional<Outage> one(Throwable cause) {
        if (cause instanceof SQLTransientConnectionException) {
            return Optional.of(SILENT);
        }
        // A connection that was cut can't be rolled back either, and then that is what is told.
        if (cause instanceof TransactionSystemException lost) {
            return why(lost.getOriginalException());
        }
        String state = cause instanceof SQLException refused ? refused.getSQLState() : null;
        return state == null ? Optional.empty() : said(state);
    }

    private static Optional<Outage> said(String state) {
        if (state.startsWith(CONNECTION) || state.startsWith(OPERATOR)) {
            return Optional.of(SILENT);
        }
        if (state.startsWith(INSUFFICIENT_RESOURCES)) {
            return Optional.of(EXHAUSTED);
        }
        return state.equals(READ_ONLY_TRANSACTION) ? Optional.of(READ_ONLY) : Optional.empty();
    }
}
