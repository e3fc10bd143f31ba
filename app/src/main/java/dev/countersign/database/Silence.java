package dev.countersign.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Tells whether something failed because PostgreSQL gave no answer, and not because of what it answered. */
public final class Silence {

    /** SQL's word for everything about connections. */
    private static final String CONNECTION = "08";
    /** PostgreSQL's word for "an operator steps in", such as a shutdown or a cancelled statement. */
    private static final String OPERATOR = "57";

    private Silence() {}

    public static boolean isWhy(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(Silence::isOne);
    }

    private static boolean isOne(Throwable cause) {
        if (cause instanceof SQLTransientConnectionException) {
            return true;
        }
        // A connection that was cut can't be rolled back either, and then that is what is told.
        if (cause instanceof TransactionSystemException lost && isWhy(lost.getOriginalException())) {
            return true;
        }
        String state = cause instanceof SQLException refused ? refused.getSQLState() : null;
        return state != null && (state.startsWith(CONNECTION) || state.startsWith(OPERATOR));
    }
}
