package dev.countersign.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HistoryIT {

    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(MORNING);
    private static JournalDatabase database;

    @BeforeAll
    static void record() {
        database = new JournalDatabase(new Hands());
        happened("08:00", Happened.by("ada", "change/CHG-000001").about("cart"));
        happened(
                "09:00",
                Happened.by("ben", "change/CHG-000001").kind("reviews.approved").about("cart"));
        happened("10:00", Happened.by("ada", "change/CHG-000002").about("search", "cart"));
        happened(
                "11:00",
                Happened.by("grace", "addendum/ADD-000001")
                        .kind("policy.proposed")
                        .about());
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void findsByPerson() {
        assertThat(times(search().actor("ada"))).containsExactly("10:00", "08:00");
    }

    @Test
    void findsByKind() {
        assertThat(times(search().kind("reviews.approved"))).containsExactly("09:00");
    }

    @Test
    void findsByAnyOfSeveralKinds() {
        assertThat(times(search().kind("policy.proposed", "reviews.approved"))).containsExactly("11:00", "09:00");
    }

    @Test
    void findsBySubject() {
        assertThat(times(search().stream("change/CHG-000001"))).containsExactly("09:00", "08:00");
    }

    @Test
    void findsBySystem() {
        assertThat(times(search().system("cart"))).containsExactly("10:00", "09:00", "08:00");
    }

    @Test
    void findsByTimeWithTheFirstMomentInAndTheLastOut() {
        assertThat(times(search().between("09:00", "11:00"))).containsExactly("10:00", "09:00");
    }

    @Test
    void findsByAllAtOnce() {
        assertThat(times(search().actor("ada").system("cart").between("09:00", "12:00")))
                .containsExactly("10:00");
    }

    @Test
    void readsOnFromItsCursorWithoutRepeatOrLoss() {
        List<String> read = new ArrayList<>();
        Page page = database.history().search(Search.everything(), 3);
        read.addAll(page.entries().stream().map(HistoryIT::time).toList());
        Cursor cursor = Cursor.of(page.older().orElseThrow().text());
        Page rest = database.history().search(Search.everything(), cursor, 3);
        read.addAll(rest.entries().stream().map(HistoryIT::time).toList());

        assertThat(read).containsExactly("11:00", "10:00", "09:00", "08:00");
        assertThat(rest.older()).isEmpty();
    }

    @Test
    void namesTheKindsThatOccur() {
        assertThat(database.history().kinds())
                .containsExactly("changes.submitted", "policy.proposed", "reviews.approved");
    }

    @Test
    void handsOverMoreThanOneBatch() throws Exception {
        try (JournalDatabase busy = new JournalDatabase(Clock.fixed(MORNING, ZoneOffset.UTC))) {
            busy.transaction()
                    .executeWithoutResult(status -> LongStream.range(0, 2001)
                            .forEach(i -> busy.publisher().publishEvent(Happened.to("change/CHG-000009"))));
            List<Long> read = new ArrayList<>();
            busy.history().each(Search.everything(), entry -> read.add(entry.seq()));
            assertThat(read).hasSize(2001).doesNotHaveDuplicates();
            assertThat(busy.history().story("change/CHG-000009")).hasSize(2001);
            assertThat(busy.history().proof("change/CHG-000009").holds()).isTrue();
        }
    }

    private static Question search() {
        return new Question(Search.everything());
    }

    private static List<String> times(Question question) {
        return database.history().search(question.search(), 50).entries().stream()
                .map(HistoryIT::time)
                .toList();
    }

    private static String time(Entry entry) {
        return entry.at().toString().substring(11, 16);
    }

    private static void happened(String time, Happened event) {
        NOW.set(Instant.parse("2026-11-23T" + time + ":00Z"));
        database.record(event);
    }

    /** A search built up part by part. */
    private record Question(Search search) {

        Question actor(String... actors) {
            return new Question(new Search(
                    Set.of(actors), search.kinds(), search.stream(), search.system(), search.from(), search.until()));
        }

        Question kind(String... kinds) {
            return new Question(new Search(
                    search.actors(), Set.of(kinds), search.stream(), search.system(), search.from(), search.until()));
        }

        Question stream(String stream) {
            return new Question(new Search(
                    search.actors(),
                    search.kinds(),
                    Optional.of(stream),
                    search.system(),
                    search.from(),
                    search.until()));
        }

        Question system(String system) {
            return new Question(new Search(
                    search.actors(),
                    search.kinds(),
                    search.stream(),
                    Optional.of(system),
                    search.from(),
                    search.until()));
        }

        Question between(String from, String until) {
            return new Question(new Search(
                    search.actors(), search.kinds(), search.stream(), search.system(), moment(from), moment(until)));
        }

        private static Optional<Instant> moment(String time) {
            return Optional.of(Instant.parse("2026-11-23T" + time + ":00Z"));
        }
    }

    /** A clock that stands where the test put it. */
    private static final class Hands extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return NOW.get();
        }
    }
}
