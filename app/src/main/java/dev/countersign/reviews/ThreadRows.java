package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Revision;
import dev.countersign.identity.PersonId;
import dev.countersign.reviews.ReviewThread.Mark;
import dev.countersign.reviews.ReviewThread.Remark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Threads, remarks and marks as rows that are only ever added. */
@Component
class ThreadRows {

    private record Of<T>(int thread, T row) {}

    private final JdbcClient sql;

    ThreadRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** All of a change, oldest first. */
    List<ReviewThread> of(ChangeId change) {
        List<ReviewThread> bare = sql.sql("SELECT * FROM reviews.thread WHERE change_id = :change ORDER BY number")
                .param("change", change.value())
                .query(ThreadRows::thread)
                .list();
        if (bare.isEmpty()) {
            return bare;
        }
        Map<Integer, List<Remark>> remarks =
                byThread(sql.sql("SELECT * FROM reviews.remark WHERE change_id = :change ORDER BY thread, number")
                        .param("change", change.value())
                        .query((row, number) -> new Of<>(row.getInt("thread"), remark(row)))
                        .list());
        Map<Integer, List<Mark>> marks =
                byThread(sql.sql("SELECT * FROM reviews.resolution WHERE change_id = :change ORDER BY thread, number")
                        .param("change", change.value())
                        .query((row, number) -> new Of<>(row.getInt("thread"), mark(row)))
                        .list());
        return bare.stream()
                .map(thread -> thread.with(
                        remarks.getOrDefault(thread.number(), List.of()),
                        marks.getOrDefault(thread.number(), List.of())))
                .toList();
    }

    /** How many remarks somebody made since then. */
    int writtenSince(PersonId person, Instant since) {
        return sql.sql("SELECT count(*) FROM reviews.remark WHERE person_id = :person AND at > :since")
                .param("person", person.value())
                .param("since", at(since))
                .query(Integer.class)
                .single();
    }

    void open(ReviewThread thread, Revision read) {
        sql.sql("""
                INSERT INTO reviews.thread (change_id, number, revision, revision_hash, field, opened_by, blind, at)
                VALUES (:change, :number, :revision, :hash, :field, :by, :blind, :at)
                """)
                .param("change", thread.change().value())
                .param("number", thread.number())
                .param("revision", read.number())
                .param("hash", HexFormat.of().parseHex(read.hash()))
                .param("field", thread.field().map(DocumentField::key).orElse(null))
                .param("by", thread.opener().value())
                .param("blind", thread.blind())
                .param("at", at(thread.at()))
                .update();
    }

    void add(ReviewThread thread, Remark remark, byte[] salt) {
        sql.sql("""
                INSERT INTO reviews.remark (change_id, thread, number, revision, person_id, text, salt, at)
                VALUES (:change, :thread, :number, :revision, :by, :text, :salt, :at)
                """)
                .param("change", thread.change().value())
                .param("thread", thread.number())
                .param("number", remark.number())
                .param("revision", remark.revision())
                .param("by", remark.by().value())
                .param("text", remark.text())
                .param("salt", salt)
                .param("at", at(remark.at()))
                .update();
    }

    void add(ReviewThread thread, Mark mark) {
        sql.sql("""
                INSERT INTO reviews.resolution (change_id, thread, number, revision, person_id, resolved, at)
                VALUES (:change, :thread, :number, :revision, :by, :resolved, :at)
                """)
                .param("change", thread.change().value())
                .param("thread", thread.number())
                .param("number", mark.number())
                .param("revision", mark.revision())
                .param("by", mark.by().value())
                .param("resolved", mark.resolved())
                .param("at", at(mark.at()))
                .update();
    }

    private static <T> Map<Integer, List<T>> byThread(List<Of<T>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Of::thread, Collectors.mapping(Of::row, Collectors.toList())));
    }

    private static ReviewThread thread(ResultSet row, int ignored) throws SQLException {
        return new ReviewThread(
                new ChangeId(row.getString("change_id")),
                row.getInt("number"),
                row.getInt("revision"),
                Optional.ofNullable(row.getString("field")).flatMap(DocumentField::named),
                PersonId.recorded(row.getString("opened_by")),
                row.getBoolean("blind"),
                instant(row),
                List.of(),
                List.of());
    }

    private static Remark remark(ResultSet row) throws SQLException {
        return new Remark(
                row.getInt("number"),
                row.getInt("revision"),
                PersonId.recorded(row.getString("person_id")),
                row.getString("text"),
                instant(row));
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                row.getInt("number"),
                row.getInt("revision"),
                PersonId.recorded(row.getString("person_id")),
                row.getBoolean("resolved"),
                instant(row));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
