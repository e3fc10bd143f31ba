package dev.countersign.reviews;

import dev.countersign.changes.Approvals;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duty;
import dev.countersign.changes.Revision;
import dev.countersign.changes.Revisions;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every verdict that was ever given. */
@Component
public class Verdicts implements Approvals {

    private static final String SELECT = "SELECT v.*, reviews.is_proven(v) AS proven FROM reviews.verdict v ";

    private final JdbcClient sql;
    private final Revisions revisions;

    Verdicts(JdbcClient sql, Revisions revisions) {
        this.sql = sql;
        this.revisions = revisions;
    }

    /** All verdicts on a change, over all revisions, oldest first. */
    public List<Verdict> of(ChangeId change) {
        return sql.sql(SELECT + "WHERE change_id = :change ORDER BY id")
                .param("change", change.value())
                .query(Verdicts::verdict)
                .list();
    }

    /** Those that count for a revision: given on it, or on an earlier one that says the same in other words. */
    public List<Verdict> of(ChangeId change, int revision) {
        return revisions.find(change, revision).map(this::countingFor).orElse(List.of());
    }

    public List<Verdict> countingFor(Revision revision) {
        List<Revision> counting = revisions.counting(revision);
        return of(revision.change()).stream()
                .filter(verdict -> verdict.isOn(counting))
                .toList();
    }

    /** Those of these people that count for one of these revisions, with as many questions for many as for one. */
    List<Verdict> countingFor(List<Revision> revisions, Collection<PersonId> people) {
        List<Verdict> given = sql.sql(SELECT + """
                WHERE change_id = ANY(:changes) AND (person_id = ANY(:people) OR on_behalf_of = ANY(:people)) ORDER BY id
                """)
                .param(
                        "changes",
                        revisions.stream().map(one -> one.change().value()).toArray(String[]::new))
                .param("people", people.stream().map(PersonId::value).toArray(String[]::new))
                .query(Verdicts::verdict)
                .list();
        Map<ChangeId, List<Revision>> texts = this.revisions.of(revisions.stream()
                .filter(Revision::isReworded)
                .map(Revision::change)
                .toList());
        Map<ChangeId, List<Revision>> counting = revisions.stream()
                .collect(Collectors.toMap(
                        Revision::change,
                        now -> this.revisions.counting(now, texts.getOrDefault(now.change(), List.of()))));
        return given.stream()
                .filter(one -> one.isOn(counting.getOrDefault(one.change(), List.of())))
                .toList();
    }

    @Override
    public int given(Revision revision, Duty duty) {
        return (int)
                approvals(revision).filter(verdict -> verdict.duty() == duty).count();
    }

    private Stream<Verdict> approvals(Revision revision) {
        return countingFor(revision).stream().filter(Verdict::approves);
    }

    @Override
    public Optional<Instant> oldest(Revision revision) {
        return approvals(revision).map(Verdict::at).min(Comparator.naturalOrder());
    }

    /** What somebody said in answer to one task. */
    public Optional<Verdict> on(long task, PersonId person) {
        return sql.sql(SELECT + "WHERE task_id = :task AND person_id = :person")
                .param("task", task)
                .param("person", person.value())
                .query(Verdicts::verdict)
                .optional();
    }

    /** What a leader said in answer to one task; it is no secret, unlike a reviewer's word. */
    public Optional<Verdict> ofLeader(long task) {
        return sql.sql(SELECT + "WHERE task_id = :task AND duty <> 'REVIEWER' ORDER BY id LIMIT 1")
                .param("task", task)
                .query(Verdicts::verdict)
                .optional();
    }

    /** Nobody sees what others said in a review that is running, or was cut short, before one is over. */
    public List<Verdict> visibleTo(Change change, Person reader) {
        BlindReview blind = BlindReview.of(change, revisions.of(change.id()));
        return of(change.id()).stream()
                .filter(verdict -> reader.is(verdict.person()) || !blind.covers(verdict))
                .toList();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void write(Verdict verdict, Revision read, long task, Optional<Delegation> delegation) {
        revisions.remember(read);
        sql.sql("""
                INSERT INTO reviews.verdict
                  (change_id, revision, revision_hash, since, person_id, on_behalf_of, delegation, duty, slot, verdict, comment,
                   task_id, at)
                VALUES (:change, :revision, :hash, :since, :person, :absent, :delegation, :duty, :slot, :answer, :comment,
                   :task, :at)
                """)
                .param("change", verdict.change().value())
                .param("revision", verdict.revision())
                .param("since", read.since())
                .param("hash", HexFormat.of().parseHex(verdict.hash()))
                .param("person", verdict.person().value())
                .param("absent", verdict.onBehalfOf().map(PersonId::value).orElse(null))
                .param("delegation", delegation.map(Delegation::id).orElse(null))
                .param("duty", verdict.duty().name())
                .param("slot", verdict.slot())
                .param("answer", verdict.answer().name())
                .param("comment", verdict.comment())
                .param("task", task)
                .param("at", verdict.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Verdict verdict(ResultSet row, int ignored) throws SQLException {
        return new Verdict(
                new ChangeId(row.getString("change_id")),
                row.getInt("revision"),
                HexFormat.of().formatHex(row.getBytes("revision_hash")),
                PersonId.recorded(row.getString("person_id")),
                Optional.ofNullable(row.getString("on_behalf_of")).map(PersonId::recorded),
                Duty.valueOf(row.getString("duty")),
                row.getInt("slot"),
                Answer.valueOf(row.getString("verdict")),
                row.getString("comment"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("proven"));
    }
}
