package dev.countersign.identity;

import dev.countersign.local.RealStack;
import java.sql.SQLException;

/** The fresh log-ins that decisions took. */
public final class Spent {

    private Spent() {}

    /** How many were spent on what begins like this. */
    public static int on(String matter) {
        try (var app = RealStack.shared().asApp();
                var query = app.prepareStatement(
                        "SELECT count(*) FROM identity.step_up_use WHERE starts_with(matter, ?) AND length(decided) = 32")) {
            query.setString(1, matter);
            var rows = query.executeQuery();
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
