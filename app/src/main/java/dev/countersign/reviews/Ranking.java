package dev.countersign.reviews;

import java.util.Comparator;
import java.util.List;

/**
 * The order in which people are suggested: first whoever has no tie to declare, then whoever is close to what is changed
 * and has little to do. It says whom to ask first, and nothing about anybody's worth.
 */
final class Ranking {

    private static final Comparator<Candidate> ORDER = Comparator.comparingInt(
                    (Candidate candidate) -> candidate.ties().size())
            .thenComparingInt(candidate -> candidate.load() - candidate.closeness())
            .thenComparingInt(Candidate::decided)
            .thenComparing(Candidate::id);

    private Ranking() {}

    static List<Candidate> of(List<Candidate> candidates, int most) {
        return candidates.stream().sorted(ORDER).limit(most).toList();
    }
}
