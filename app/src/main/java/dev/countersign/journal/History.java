package dev.countersign.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the record: by filter for auditors, by stream for a timeline, and as proof that nobody edited it. */
@Repository
public class History {

    private static final int BATCH = 1000;

    private final JdbcClient sql;
    private final Comparison comparison;

    History(JdbcClient sql, Comparison comparison) {
        this.sql = sql;
        this.comparison = comparison;
    }

    /** The newest entries that match. */
    public Page search(Search search, int size) {
        return search(search, Cursor.NEWEST, size);
    }

    /** The entries that match and are older than the cursor, newest first. */
    public Page search(Search search, Cursor cursor, int size) {
        Wanted wanted = new Wanted(search, cursor);
        List<Entry> found = wanted.bind(sql.sql("SELECT * FROM %s WHERE %s ORDER BY %s DESC LIMIT :limit"
                        .formatted(wanted.from(), wanted.conditions(), wanted.place())))
                .param("limit", size + 1)
                .query(History::entry)
                .list();
        if (found.size() <= size) {
            return new Page(found, Optional.empty());
        }
        List<Entry> entries = found.subList(0, size);
        return new Page(entries, Optional.of(new Cursor(entries.getLast().id())));
    }

    /** Hands over everything that matches, newest first, without ever holding more than a batch. */
    public void each(Search search, Consumer<Entry> reader) {
        Optional<Cursor> place = Optional.of(Cursor.NEWEST);
        while (place.isPresent()) {
            Page page = search(search, place.get(), BATCH);
            page.entries().forEach(reader);
            place = page.older();
        }
    }

    /** All that happened to one subject, in the order in which it happened. */
    public List<Entry> story(String stream) {
        List<Entry> story = new ArrayList<>();
        List<Entry> batch;
        do {
            batch = after(stream, story.isEmpty() ? 0 : story.getLast().seq());
            story.addAll(batch);
        } while (batch.size() == BATCH);
        return List.copyOf(story);
    }

    /** Computes the chain of a stream again, from its first entry to its last, and compares it with the deeds it tells of. */
    public Proof proof(String stream) {
        return proof(stream, story(stream));
    }

    Proof proof(String stream, List<Entry> story) {
        return comparison.proof(stream, story);
    }

    /** The chains of the next streams in alphabetical order; one pass over all of them proves the whole record. */
    public List<Proof> proofs(String afterStream, int most) {
        return sql.sql("""
                WITH RECURSIVE next(stream, place) AS (
                    SELECT (SELECT min(stream) FROM journal.entry WHERE stream > :after), 1
                    UNION ALL
                    SELECT (SELECT min(stream) FROM journal.entry WHERE stream > next.stream), place + 1
                    FROM next WHERE next.stream IS NOT NULL AND place < :most
                )
                SELECT stream FROM next WHERE stream IS NOT NULL ORDER BY stream
                """).param("after", afterStream).param("most", most).query(History::text).list().stream()
                .map(this::proof)
                .toList();
    }

    /** The kinds of entries there are, to choose from; one index probe for each. */
    public List<String> kinds() {
        return distinct("kind");
    }

    /** Everybody who is on the record, as it spells them. */
    public List<String> actors() {
        return distinct("actor");
    }

    private List<String> distinct(String column) {
        return sql.sql("""
                WITH RECURSIVE known(value) AS (
                    SELECT min(%1$s) FROM journal.entry
                    UNION ALL
                    SELECT (SELECT min(%1$s) FROM journal.entry WHERE %1$s > known.value) FROM known WHERE known.value IS NOT NULL
                )
                SELECT value FROM known WHERE value IS NOT NULL ORDER BY value
                """.formatted(column)).query(History::text).list();
    }

    private List<Entry> after(String stream, long seq) {
        return sql.sql("SELECT * FROM journal.entry WHERE stream = :stream AND seq > :seq ORDER BY seq LIMIT :limit")
                .param("stream", stream)
                .param("seq", seq)
                .param("limit", BATCH)
                .query(History::entry)
                .list();
    }

    private static String text(ResultSet row, int number) throws SQLException {
        return row.getString(1);
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("stream"),
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("actor"),
                List.of((String[]) row.getArray("systems").getArray()),
                row.getString("summary"),
                row.getString("canonical"),
                Hash.of(row.getBytes("previous_hash")),
                Hash.of(row.getBytes("hash")));
    }
}
