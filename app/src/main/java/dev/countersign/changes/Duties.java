package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is what to a change. A duty, once taken, stays: the database refuses a second one for the same person. */
@Component
public class Duties {

    private final JdbcClient sql;
    private final Clock clock;

    Duties(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<Duty> of(ChangeId change, PersonId person) {
        return sql.sql("SELECT duty FROM changes.duty WHERE change_id = :change AND person_id = :person")
                .param("change", change.value())
                .param("person", person.value())
                .query(Duty.class)
                .optional();
    }

    public List<PersonId> having(ChangeId change, Duty duty) {
        return sql.sql(
                        "SELECT person_id FROM changes.duty WHERE change_id = :change AND duty = :duty ORDER BY since, person_id")
                .param("change", change.value())
                .param("duty", duty.name())
                .query((row, number) -> new PersonId(row.getString("person_id")))
                .list();
    }

    public boolean isAuthor(ChangeId change, PersonId person) {
        return of(change, person).equals(Optional.of(Duty.AUTHOR));
    }

    /** Whether the person is free for the duty, or has it already. */
    public Permission mayTake(ChangeId change, PersonId person, Duty duty) {
        return mayTake(change, person, duty, of(change, person));
    }

    /** The same, for somebody who has that duty or none. */
    public static Permission mayTake(ChangeId change, PersonId person, Duty duty, Optional<Duty> has) {
        return Permission.grantedIf(
                has.isEmpty() || has.get() == duty, () -> taken(change, person, duty, has.orElseThrow()));
    }

    /** Takes the duty for good; needs the transaction of what is done with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(ChangeId change, PersonId person, Duty duty) {
        sql.sql("""
                INSERT INTO changes.duty (change_id, person_id, duty, since) VALUES (:change, :person, :duty, :now)
                ON CONFLICT (change_id, person_id) DO NOTHING
                """)
                .param("change", change.value())
                .param("person", person.value())
                .param("duty", duty.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        mayTake(change, person, duty).demand();
    }

    private static Refusal taken(ChangeId change, PersonId person, Duty wanted, Duty has) {
        return Refusal.forbidden(
                "changes.duty-taken",
                "Expected to let '%s' be %s of change '%s', but %s %s."
                        .formatted(person, wanted.name().toLowerCase(Locale.ROOT), change, person, has.relation()),
                "Somebody else must do it: nobody has two duties on one change.");
    }
}
