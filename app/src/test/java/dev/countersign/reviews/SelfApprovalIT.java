package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.JONAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.Cast;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.identity.Person;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody with a database account tries to approve their own change. Each attempt is rolled back, if it gets that far. */
@OnRealStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SelfApprovalIT {

    private static final String UNIQUE = "23505";
    private static final String FOREIGN_KEY = "23503";
    private static final String CHECK = "23514";
    private static final String APPEND_ONLY = "23001";
    private static final String NO_PRIVILEGE = "42501";

    /** Whose password was stolen. */
    enum Account {
        APP,
        OWNER;

        Connection open() throws SQLException {
            return this == APP ? RealStack.shared().asApp() : RealStack.shared().asOwner();
        }
    }

    @Autowired
    ApplicationContext beans;

    private Change change;

    /** By ada and ben; chloe has approved it as a reviewer, and it waits for elena. */
    @BeforeAll
    void bringAChangeToItsDirector() {
        Cast cast = Cast.in(beans);
        ChangeId id = cast.inReview(ADA, cast.document().onControlPlane().withCoAuthors(BEN));
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        change = cast.change(id);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAVerdictByAnAuthorWhateverDutyItClaims(Account account) {
        for (Person author : List.of(ADA, BEN)) {
            assertThat(refusal(account, verdict(author, "DIRECTOR", 1))).isEqualTo(FOREIGN_KEY);
            assertThat(refusal(account, verdict(author, "VP", 1))).isEqualTo(FOREIGN_KEY);
            assertThat(refusal(account, verdict(author, "AUTHOR", 1))).isEqualTo(CHECK);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesASecondDutyForAnAuthor(Account account) {
        assertThat(refusal(account, duty(ADA, "REVIEWER"))).isEqualTo(UNIQUE);
        assertThat(refusal(account, duty(BEN, "DIRECTOR"))).isEqualTo(UNIQUE);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAReviewerAsDirector(Account account) {
        assertThat(refusal(account, duty(CHLOE, "DIRECTOR"))).isEqualTo(UNIQUE);
        assertThat(refusal(account, verdict(CHLOE, "DIRECTOR", 1))).isEqualTo(UNIQUE);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAVerdictOfSomebodyWithoutThatDuty(Account account) {
        assertThat(refusal(account, verdict(ELENA, "DIRECTOR", 1))).isEqualTo(FOREIGN_KEY);
    }

    @ParameterizedTest
    @EnumSource
    void refusesATakenSeatAndAThirdOne(Account account) {
        assertThat(refusal(account, duty(DMITRI, "REVIEWER"), verdict(DMITRI, "REVIEWER", 1)))
                .isEqualTo(UNIQUE);
        assertThat(refusal(account, duty(JONAS, "REVIEWER"), verdict(JONAS, "REVIEWER", 3)))
                .isEqualTo(CHECK);
        assertThat(refusal(account, duty(ELENA, "DIRECTOR"), verdict(ELENA, "DIRECTOR", 2)))
                .isEqualTo(CHECK);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAVerdictOnATextThatWasNeverHandedIn(Account account) {
        String other = verdict(DMITRI, "REVIEWER", 2).replace(change.revision().hash(), "00".repeat(32));
        assertThat(refusal(account, duty(DMITRI, "REVIEWER"), other)).isEqualTo(FOREIGN_KEY);
    }

    @ParameterizedTest
    @EnumSource
    void refusesToRewriteWhatStands(Account account) {
        String expected = account == Account.APP ? NO_PRIVILEGE : APPEND_ONLY;
        for (String table :
                List.of("reviews.verdict", "changes.duty", "changes.revision", "changes.material", "changes.target")) {
            assertThat(refusal(account, "DELETE FROM %s WHERE change_id = '%s'".formatted(table, change.id())))
                    .as("DELETE FROM " + table)
                    .isEqualTo(expected);
            assertThat(refusal(account, "TRUNCATE %s CASCADE".formatted(table)))
                    .as("TRUNCATE " + table)
                    .isEqualTo(expected);
        }
        assertThat(refusal(account, update("reviews.verdict SET verdict = 'REJECT'")))
                .isEqualTo(expected);
        assertThat(refusal(account, update("changes.duty SET duty = 'REVIEWER'")))
                .isEqualTo(expected);
        assertThat(refusal(account, update("changes.revision SET hash = hash"))).isEqualTo(expected);
    }

    @Test
    void letsASecondReviewerSpeakWhoIsFree() throws SQLException {
        try (Connection database = Account.APP.open()) {
            run(database, duty(DMITRI, "REVIEWER"), verdict(DMITRI, "REVIEWER", 2));
        }
    }

    private String refusal(Account account, String... statements) {
        Throwable refused = catchThrowableOfType(SQLException.class, () -> {
            try (Connection database = account.open()) {
                run(database, statements);
            }
        });
        assertThat(refused).as(String.join("; ", statements)).isNotNull();
        return ((SQLException) refused).getSQLState();
    }

    private static void run(Connection database, String... statements) throws SQLException {
        database.setAutoCommit(false);
        try (var sql = database.createStatement()) {
            for (String statement : statements) {
                sql.executeUpdate(statement);
            }
        } finally {
            database.rollback();
        }
    }

    private String update(String what) {
        return "UPDATE %s WHERE change_id = '%s'".formatted(what, change.id());
    }

    private String duty(Person person, String duty) {
        return "INSERT INTO changes.duty (change_id, person_id, duty, since) VALUES ('%s', '%s', '%s', now())"
                .formatted(change.id(), person.id(), duty);
    }

    private String verdict(Person person, String duty, int slot) {
        return """
                INSERT INTO reviews.verdict
                  (change_id, revision, revision_hash, since, person_id, duty, slot, verdict, comment, task_id, at)
                VALUES ('%s', %d, '\\x%s', %d, '%s', '%s', %d, 'APPROVE', '', -1, now())
                """.formatted(
                        change.id(),
                        change.revision().number(),
                        change.revision().hash(),
                        change.revision().since(),
                        person.id(),
                        duty,
                        slot);
    }
}
