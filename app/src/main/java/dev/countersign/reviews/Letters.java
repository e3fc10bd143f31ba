package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.DocumentField;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.HiddenCharacters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the threads in which somebody waits for an answer of one person. */
@Component
public class Letters {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final int MOST = 20;
    private static final int LONGEST = 140;

    private final JdbcClient sql;
    private final Threads threads;
    private final Changes changes;
    private final Clock clock;

    Letters(JdbcClient sql, Threads threads, Changes changes, Clock clock) {
        this.sql = sql;
        this.threads = threads;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * A last remark, which may be one that the reader is not to hear yet.
     *
     * @param apart whether the thread is one between another reviewer and the authors
     */
    private record Last(Letter letter, int remark, boolean apart) {}

    /**
     * Open threads whose last remark is somebody else's: on these changes, whose author the person is, and those in which
     * they wrote lately. The latest come first. Whoever wrote in a thread while nothing was kept from them may not hear
     * what is said there once the next text is under review.
     */
    public List<Letter> to(Person reader, Collection<ChangeId> own) {
        return last(reader.id(), own).stream()
                .filter(last -> !last.apart() || isSeen(last, reader))
                .map(Last::letter)
                .toList();
    }

    /** Few are asked for so closely: only of threads of others in which the reader wrote. */
    private boolean isSeen(Last last, Person reader) {
        return threads.about(changes.get(last.letter().change()), reader).threads().stream()
                .filter(thread -> thread.number() == last.letter().thread())
                .flatMap(thread -> thread.remarks().stream())
                .anyMatch(remark -> remark.number() == last.remark());
    }

    private List<Last> last(PersonId person, Collection<ChangeId> own) {
        return sql.sql("""
                SELECT t.change_id, t.number, t.field, last.number AS remark, last.person_id, last.text, last.at,
                       t.blind AND t.opened_by <> :person AS apart
                FROM reviews.thread t
                CROSS JOIN LATERAL (
                    SELECT r.number, r.person_id, r.text, r.at FROM reviews.remark r
                    WHERE r.change_id = t.change_id AND r.thread = t.number
                    ORDER BY r.number DESC LIMIT 1) last
                WHERE last.person_id <> :person
                  AND ((t.change_id) IN (SELECT unnest(CAST(:own AS text[])))
                       OR (t.change_id, t.number) IN (
                           SELECT m.change_id, m.thread FROM reviews.remark m
                           WHERE m.person_id = :person AND m.at > :since))
                  AND NOT coalesce((
                    SELECT x.resolved FROM reviews.resolution x
                    WHERE x.change_id = t.change_id AND x.thread = t.number
                    ORDER BY x.number DESC LIMIT 1), false)
                ORDER BY last.at DESC
                LIMIT :most
                """)
                .param("person", person.value())
                .param("own", own.stream().map(ChangeId::value).toArray(String[]::new))
                .param("since", clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, number) -> new Last(letter(row), row.getInt("remark"), row.getBoolean("apart")))
                .list();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                new ChangeId(row.getString("change_id")),
                row.getInt("number"),
                Optional.ofNullable(row.getString("field"))
                        .flatMap(DocumentField::named)
                        .map(DocumentField::label)
                        .orElse("the whole"),
                PersonId.recorded(row.getString("person_id")),
                Excerpt.of(HiddenCharacters.shown(row.getString("text")).replaceAll("\\s+", " "), LONGEST),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
