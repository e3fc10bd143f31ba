package dev.countersign.changes;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Permission.Granted;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Words;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is what to a change. A duty, once taken, stays: the database refuses a second one for the same person. */
@Component
public class Duties {

    private final JdbcClient sql;
    private final Authors authors;
    private final Clock clock;

    Duties(JdbcClient sql, Authors authors, Clock clock) {
        this.sql = sql;
        this.authors = authors;
        this.clock = clock;
    }

    public Optional<Duty> of(ChangeId change, PersonId person) {
        return sql.sql("SELECT duty FROM changes.duty WHERE change_id = :change AND person_id = :person")
                .param("change", change.value())
                .param("person", person.value())
                .query(Duty.class)
                .optional();
    }

    /** The same of several people and many changes at once; whoever has none is left out. */
    public Map<ChangeId, Map<PersonId, Duty>> of(Collection<ChangeId> changes, Collection<PersonId> people) {
        record Taken(ChangeId change, PersonId person, Duty duty) {}
        return sql
                .sql(
                        "SELECT change_id, person_id, duty FROM changes.duty WHERE change_id = ANY(:changes) AND person_id ="
                                + " ANY(:people)")
                .param("changes", changes.stream().map(ChangeId::value).toArray(String[]::new))
                .param("people", people.stream().map(PersonId::value).toArray(String[]::new))
                .query((row, _) -> new Taken(
                        new ChangeId(row.getString("change_id")),
                        PersonId.recorded(row.getString("person_id")),
                        Duty.valueOf(row.getString("duty"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Taken::change, Collectors.toMap(Taken::person, Taken::duty)));
    }

    public List<PersonId> having(ChangeId change, Duty duty) {
        return sql.sql(
                        "SELECT person_id FROM changes.duty WHERE change_id = :change AND duty = :duty ORDER BY since, person_id")
                .param("change", change.value())
                .param("duty", duty.name())
                .query((row, number) -> PersonId.recorded(row.getString("person_id")))
                .list();
    }

    /** Also of a draft, whose duties begin when it is handed in. */
    public boolean isAuthor(Change change, Person person) {
        return person.is(change.author()) || isAuthor(change.id(), person.id());
    }

    public boolean isAuthor(ChangeId change, PersonId person) {
        return of(change, person).equals(Optional.of(Duty.AUTHOR));
    }

    /** Whether the person is free for the duty, or has it already. */
    public Permission mayTake(ChangeId change, PersonId person, Duty duty) {
        Optional<Authorship> wrote = duty == Duty.AUTHOR ? Optional.empty() : authors.of(change, person);
        return mayTake(change, person, duty, of(change, person), wrote);
    }

    /**
     * The same, by what is known of them. An author takes no other duty, and nobody a second one.
     *
     * @param wrote what makes them one of its authors, whatever duty they have
     */
    public static Permission mayTake(
            ChangeId change, PersonId person, Duty duty, Optional<Duty> has, Optional<Authorship> wrote) {
        Optional<Words> other = duty == Duty.AUTHOR ? Optional.empty() : wrote.map(Authorship::fact);
        return other.or(() -> has.filter(taken -> taken != duty).map(Duty::relation))
                .<Permission>map(relation -> new Denied(taken(change, person, duty, relation)))
                .orElseGet(Granted::new);
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

    /** Whoever is behind a commit of it becomes an author, unless they have another duty already: that one stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takeByCommits(ChangeId change) {
        sql.sql("""
                INSERT INTO changes.duty (change_id, person_id, duty, since)
                SELECT DISTINCT change_id, person_id, 'AUTHOR', :now::timestamptz FROM changes.committed WHERE change_id = :change
                ON CONFLICT (change_id, person_id) DO NOTHING
                """)
                .param("change", change.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Refusal taken(ChangeId change, PersonId person, Duty wanted, Words relation) {
        return Refusal.forbidden("changes.duty-taken")
                .cannot("%s %s", wanted.deed(), change)
                .because(Words.of("%s %s", person, relation))
                .instead("Somebody else must do it: nobody has two duties on one change.");
    }
}
