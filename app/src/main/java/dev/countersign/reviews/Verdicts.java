package dev.countersign.reviews;

import dev.countersign.changes.Approvals;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duty;
import dev.countersign.changes.Revision;
import dev.countersign.changes.Status;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every verdict that was ever given. */
@Component
public class Verdicts implements Approvals {

    private final JdbcClient sql;

    Verdicts(JdbcClient sql) {
        this.sql = sql;
    }

    /** All verdicts on a change, over all revisions, oldest first. */
    public List<Verdict> of(ChangeId change) {
        return sql.sql("SELECT * FROM reviews.verdict WHERE change_id = :change ORDER BY id")
                .param("change", change.value())
                .query(Verdicts::verdict)
                .list();
    }

    /** The verdicts on one revision. */
    public List<Verdict> of(ChangeId change, int revision) {
        return of(change).stream()
                .filter(verdict -> verdict.revision() == revision)
                .toList();
    }

    @Override
    public int given(Revision revision, Duty duty) {
        return (int)
                approvals(revision).filter(verdict -> verdict.duty() == duty).count();
    }

    private Stream<Verdict> approvals(Revision revision) {
        return of(revision.change(), revision.number()).stream()
                .filter(verdict -> verdict.approves() && verdict.hash().equals(revision.hash()));
    }

    @Override
    public Optional<Instant> oldest(Revision revision) {
        return approvals(revision).map(Verdict::at).min(Comparator.naturalOrder());
    }

    /** What was decided in answer to one task. */
    public Optional<Verdict> on(long task) {
        return sql.sql("SELECT * FROM reviews.verdict WHERE task_id = :task")
                .param("task", task)
                .query(Verdicts::verdict)
                .optional();
    }

    /** While a review is running everybody sees only their own verdict in it, so that nobody follows another. */
    public List<Verdict> visibleTo(Change change, Person reader) {
        return of(change.id()).stream()
                .filter(verdict -> !isBlind(change, verdict) || reader.is(verdict.person()))
                .toList();
    }

    void write(Verdict verdict, long task) {
        sql.sql("""
                INSERT INTO reviews.verdict
                  (change_id, revision, revision_hash, person_id, duty, slot, verdict, comment, task_id, at)
                VALUES (:change, :revision, :hash, :person, :duty, :slot, :answer, :comment, :task, :at)
                """)
                .param("change", verdict.change().value())
                .param("revision", verdict.revision())
                .param("hash", HexFormat.of().parseHex(verdict.hash()))
                .param("person", verdict.person().value())
                .param("duty", verdict.duty().name())
                .param("slot", verdict.slot())
                .param("answer", verdict.answer().name())
                .param("comment", verdict.comment())
                .param("task", task)
                .param("at", verdict.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static boolean isBlind(Change change, Verdict verdict) {
        return change.status() == Status.IN_REVIEW
                && verdict.revision() == change.revision().number();
    }

    private static Verdict verdict(ResultSet row, int ignored) throws SQLException {
        return new Verdict(
                new ChangeId(row.getString("change_id")),
                row.getInt("revision"),
                HexFormat.of().formatHex(row.getBytes("revision_hash")),
                new PersonId(row.getString("person_id")),
                Duty.valueOf(row.getString("duty")),
                row.getInt("slot"),
                Answer.valueOf(row.getString("verdict")),
                row.getString("comment"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
