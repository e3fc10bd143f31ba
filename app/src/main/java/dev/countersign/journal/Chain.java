package dev.countersign.journal;

import java.time.Duration;
import java.time.Instant;

/** Follows a stream entry by entry and stops believing at the first one that does not fit. */
final class Chain {

    /** Before the database refused it, an entry could be a little older than the one before, by another node's clock. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final String stream;
    private Proof.Intact soFar;
    private Instant latest = Instant.EPOCH;

    Chain(String stream) {
        this.stream = stream;
        this.soFar = new Proof.Intact(stream, 0, Hash.BEGINNING);
    }

    static Proof proof(String stream, Iterable<Entry> entries) {
        Chain chain = new Chain(stream);
        for (Entry entry : entries) {
            if (chain.follow(entry) instanceof Proof.Broken broken) {
                return broken;
            }
        }
        return chain.soFar;
    }

    private Proof follow(Entry entry) {
        long expected = soFar.entries() + 1;
        if (entry.seq() != expected) {
            return new Proof.Broken(stream, expected, "it is missing; the next one kept is %d".formatted(entry.seq()));
        }
        if (!entry.previous().equals(soFar.head())) {
            return broken(entry, "it does not follow from the entry before it");
        }
        if (!entry.hash().equals(soFar.head().then(entry.canonical()))) {
            return broken(entry, "its text is not the one that was hashed");
        }
        if (!Canonical.agrees(entry.canonical(), entry)) {
            return broken(entry, "its columns say something else than its hashed text");
        }
        if (entry.at().isBefore(latest.minus(CLOCKS_DIFFER))) {
            return broken(entry, "it is older than an entry before it");
        }
        latest = entry.at().isAfter(latest) ? entry.at() : latest;
        soFar = new Proof.Intact(stream, expected, entry.hash());
        return soFar;
    }

    private Proof broken(Entry entry, String why) {
        return new Proof.Broken(stream, entry.seq(), why);
    }
}
