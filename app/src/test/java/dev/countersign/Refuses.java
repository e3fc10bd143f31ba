package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.local.RealStack;
import dev.countersign.refusals.Refusal;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How the house says no, in code and in the database. */
public final class Refuses {

    private Refuses() {}

    public static void refuses(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** Whoever has the application's account is refused as well; the message names the constraint. */
    public static void refusesBySql(String statement, String why) {
        assertThatThrownBy(() -> {
                    try (var app = RealStack.shared().asApp();
                            var sql = app.createStatement()) {
                        sql.execute(statement);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
    }
}
