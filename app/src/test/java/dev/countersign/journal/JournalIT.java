package dev.countersign.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

class JournalIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456789Z");
    private static final String[] EDITS = {
        "UPDATE journal.entry SET summary = 'nothing happened'",
        "DELETE FROM journal.entry",
        "TRUNCATE journal.entry CASCADE",
    };
    private static JournalDatabase database;

    @BeforeAll
    static void start() {
        database = new JournalDatabase(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void chainsEveryEntryToTheOneBefore() {
        String stream = "change/CHG-000001";
        database.record(Happened.to(stream));
        database.record(Happened.by("ben", stream).kind("reviews.approved"));

        List<Entry> story = database.history().story(stream);
        assertThat(story).extracting(Entry::seq).containsExactly(1L, 2L);
        assertThat(story.getFirst().previous()).isEqualTo(Hash.BEGINNING);
        assertThat(story.getLast().previous()).isEqualTo(story.getFirst().hash());
        assertThat(story.getFirst().at()).isEqualTo(Instant.parse("2026-11-23T12:00:00.123456Z"));
        assertThat(database.history().proof(stream))
                .isEqualTo(new Proof.Intact(stream, 2, story.getLast().hash()));
    }

    @Test
    void refusesToRecordOutsideATransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> database.publisher().publishEvent(Happened.to("change/CHG-000002")));
        assertThat(database.history().story("change/CHG-000002")).isEmpty();
    }

    @Test
    void leavesNoEntryWhenTheTransactionIsRolledBack() {
        String stream = "change/CHG-000003";
        database.transaction().executeWithoutResult(status -> {
            database.publisher().publishEvent(Happened.to(stream));
            status.setRollbackOnly();
        });
        database.record(Happened.to(stream));
        assertThat(database.history().story(stream)).extracting(Entry::seq).containsExactly(1L);
    }

    @Test
    void keepsOneChainWithoutGapsWhenManyWriteAtOnce() throws Exception {
        String stream = "change/CHG-000004";
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            Callable<Void> write = () -> {
                database.record(Happened.to(stream));
                return null;
            };
            for (Future<Void> written : writers.invokeAll(
                    IntStream.range(0, 80).mapToObj(i -> write).toList())) {
                written.get();
            }
        }
        assertThat(database.history().story(stream))
                .extracting(Entry::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 80).boxed().toList());
        assertThat(database.history().proof(stream).holds()).isTrue();
    }

    @Test
    void keepsALongReasonWholeInItsDataAndShortInItsSummary() {
        String stream = "change/CHG-000007";
        String reason = "🚀".repeat(2000);
        database.record(Happened.to(stream).summary(reason));

        Entry entry = database.history().story(stream).getFirst();
        assertThat(entry.summary()).hasSizeLessThanOrEqualTo(1000).endsWith("🚀…");
        assertThat(entry.data()).contains(reason);
        assertThat(database.history().proof(stream).holds()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("edits")
    void refusesEditsByTheApplication(String edit) {
        database.record(Happened.to("change/CHG-000005"));
        assertThatThrownBy(() -> sql("countersign_app", edit)).rootCause().hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @MethodSource("edits")
    void refusesEditsEvenByTheOwner(String edit) {
        database.record(Happened.to("change/CHG-000005"));
        assertThatThrownBy(() -> sql("countersign_owner", edit)).hasMessageContaining("the record is append-only");
    }

    @Test
    void refusesASecondEntryAtTheSamePlace() {
        database.record(Happened.to("change/CHG-000006"));
        assertThatThrownBy(() -> sql("countersign_app", """
                        INSERT INTO journal.entry (stream, seq, at, kind, actor, summary, canonical, previous_hash, hash)
                        SELECT stream, seq, at, kind, 'ben', summary, canonical, previous_hash, hash
                        FROM journal.entry WHERE stream = 'change/CHG-000006'
                        """)).hasMessageContaining("entry_stream_seq_key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal.entry SET actor = 'ben' WHERE stream = '%s' AND seq = 2",
                "UPDATE journal.entry SET canonical = replace(canonical, 'ada', 'ben') WHERE stream = '%s' AND seq = 2",
                "DELETE FROM journal.entry WHERE stream = '%s' AND seq = 2",
                "UPDATE journal.entry SET hash = sha256('x') WHERE stream = '%s' AND seq = 2",
                "UPDATE journal.entry SET previous_hash = sha256('x') WHERE stream = '%s' AND seq = 2",
            })
    void findsWhatASuperuserChangedBehindTheTrigger(String edit) {
        String stream = "change/CHG-1" + "%05d".formatted(Math.floorMod(edit.hashCode(), 100_000));
        IntStream.range(0, 3).forEach(i -> database.record(Happened.to(stream)));
        sql("postgres", "ALTER TABLE journal.entry DISABLE TRIGGER ALL");
        sql("postgres", edit.formatted(stream));
        sql("postgres", "ALTER TABLE journal.entry ENABLE TRIGGER ALL");
        assertThat(database.history().proof(stream))
                .isInstanceOfSatisfying(
                        Proof.Broken.class, broken -> assertThat(broken.seq()).isEqualTo(2));
    }

    static Stream<String> edits() {
        return Stream.of(EDITS);
    }

    private static void sql(String role, String statement) {
        JdbcClient.create(database.as(role)).sql(statement).update();
    }
}
