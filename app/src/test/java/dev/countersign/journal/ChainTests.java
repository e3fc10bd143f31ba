package dev.countersign.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a stream stops being believed, for each thing that somebody could have changed in it. */
class ChainTests {

    private static final String STREAM = "change/CHG-000001";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final List<Entry> story = new ArrayList<>();

    @BeforeEach
    void tell() {
        Hash head = Hash.BEGINNING;
        for (long seq = 1; seq <= 3; seq++) {
            Entry entry = entry(seq, head);
            story.add(entry);
            head = entry.hash();
        }
    }

    @Test
    void holdsWhatNobodyTouched() {
        assertThat(Chain.proof(STREAM, story))
                .isEqualTo(new Proof.Intact(STREAM, 3, story.getLast().hash()));
        assertThat(Chain.proof(STREAM, List.of())).isEqualTo(new Proof.Intact(STREAM, 0, Hash.BEGINNING));
    }

    /** The hash runs over what came before, so the column beside it could say anything unless it is compared. */
    @Test
    void findsAnEntryThatNamesAnotherBeforeIt() {
        Entry second = story.get(1);
        story.set(1, with(second, second.canonical(), Hash.BEGINNING, second.hash()));
        assertThat(broken()).isEqualTo(2);
    }

    @Test
    void findsAFirstEntryThatFollowsSomething() {
        Entry first = story.getFirst();
        Hash invented = Hash.BEGINNING.then("an entry that was taken away");
        story.set(0, with(first, first.canonical(), invented, first.hash()));
        assertThat(broken()).isEqualTo(1);
    }

    @Test
    void findsAnotherTextUnderTheOldHash() {
        Entry second = story.get(1);
        story.set(1, with(second, second.canonical().replace("ada", "ben"), second.previous(), second.hash()));
        assertThat(broken()).isEqualTo(2);
    }

    /** No column says what the data say, so only the hash can tell. */
    @Test
    void findsOtherDataUnderTheOldHash() {
        Entry second = story.get(1);
        String other = second.canonical().replace("\"note\":\"first\"", "\"note\":\"other\"");
        assertThat(other).isNotEqualTo(second.canonical());
        story.set(1, with(second, other, second.previous(), second.hash()));
        assertThat(broken()).isEqualTo(2);
    }

    static Stream<UnaryOperator<Entry>> forgeries() {
        return Stream.of(
                entry -> columns(
                        entry,
                        "change/CHG-000008",
                        entry.at(),
                        entry.kind(),
                        entry.actor(),
                        entry.systems(),
                        entry.summary()),
                entry -> columns(
                        entry,
                        STREAM,
                        NOON.plusNanos(1000),
                        entry.kind(),
                        entry.actor(),
                        entry.systems(),
                        entry.summary()),
                entry -> columns(
                        entry, STREAM, entry.at(), "gate.decided", entry.actor(), entry.systems(), entry.summary()),
                entry -> columns(entry, STREAM, entry.at(), entry.kind(), "ben", entry.systems(), entry.summary()),
                entry -> columns(
                        entry, STREAM, entry.at(), entry.kind(), entry.actor(), List.of("payments"), entry.summary()),
                entry -> columns(
                        entry, STREAM, entry.at(), entry.kind(), entry.actor(), entry.systems(), "did nothing"));
    }

    /** Lists, searches and exports show the columns, so each of them is compared. */
    @ParameterizedTest
    @MethodSource("forgeries")
    void findsColumnsThatSayAnotherThingThanTheText(UnaryOperator<Entry> forgery) {
        story.set(1, forgery.apply(story.get(1)));
        assertThat(broken()).isEqualTo(2);
    }

    @Test
    void findsWhatIsMissingAndWhatChangedPlaces() {
        Entry second = story.remove(1);
        assertThat(broken()).isEqualTo(2);
        story.add(second);
        assertThat(broken()).isEqualTo(2);
        Collections.reverse(story);
        assertThat(broken()).isEqualTo(1);
    }

    @Test
    void findsAnEntryThatIsOlderThanOneBefore() {
        story.clear();
        Entry first = entry(1, Hash.BEGINNING, NOON);
        Entry second = entry(2, first.hash(), NOON.minus(Duration.ofMinutes(4)));
        Entry third = entry(3, second.hash(), NOON.minus(Duration.ofMinutes(6)));
        story.addAll(List.of(first, second, third));
        assertThat(broken()).isEqualTo(3);
    }

    private long broken() {
        assertThat(Chain.proof(STREAM, story)).isInstanceOf(Proof.Broken.class);
        return ((Proof.Broken) Chain.proof(STREAM, story)).seq();
    }

    private static Entry entry(long seq, Hash before) {
        return entry(seq, before, NOON);
    }

    private static Entry entry(long seq, Hash before, Instant at) {
        Happened event = Happened.to(STREAM).number(seq);
        String canonical = Canonical.form(seq, at, event, event.summary(), Optional.empty());
        return new Entry(
                seq,
                STREAM,
                seq,
                at,
                event.kind(),
                event.actor(),
                event.systems(),
                event.summary(),
                canonical,
                before,
                before.then(canonical));
    }

    private static Entry with(Entry entry, String canonical, Hash previous, Hash hash) {
        return new Entry(
                entry.id(),
                STREAM,
                entry.seq(),
                entry.at(),
                entry.kind(),
                entry.actor(),
                entry.systems(),
                entry.summary(),
                canonical,
                previous,
                hash);
    }

    private static Entry columns(
            Entry entry, String stream, Instant at, String kind, String actor, List<String> systems, String summary) {
        return new Entry(
                entry.id(),
                stream,
                entry.seq(),
                at,
                kind,
                actor,
                systems,
                summary,
                entry.canonical(),
                entry.previous(),
                entry.hash());
    }
}
