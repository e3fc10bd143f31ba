package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.identity.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom one could ask for a review: by ownership, load and independence. */
@Component
public class Suggestions {

    static final int A_FEW = 5;

    /** So many are looked at closely; whoever comes after them is as free, but nobody says why to ask them. */
    static final int MANY = 100;

    private final CandidateRows rows;
    private final Relations relations;

    Suggestions(CandidateRows rows, Relations relations) {
        this.rows = rows;
        this.relations = relations;
    }

    /** The first of them. */
    List<Suggestion> fewFor(Change change) {
        return forChange(change, A_FEW);
    }

    /** Whoever was asked and is still free to do it, or else those whom one could ask. */
    List<PersonId> toRemind(Change change, List<Ask> asked) {
        Set<PersonId> free = rows.free(change).stream().map(Candidate::id).collect(Collectors.toSet());
        List<PersonId> waitedFor =
                asked.stream().map(Ask::person).filter(free::contains).toList();
        return waitedFor.isEmpty() ? fewFor(change).stream().map(Suggestion::id).toList() : waitedFor;
    }

    /** Of those who come first without their ties, and of as many again. */
    List<Suggestion> forChange(Change change, int most) {
        return suggested(change, Ranking.of(rows.free(change), 2 * most))
                .limit(most)
                .toList();
    }

    /** Those to be asked first in front, and then by name everybody else, whose ties are looked up once they are chosen. */
    public List<Suggestion> toChooseFrom(Change change) {
        List<Candidate> free = rows.free(change);
        List<Candidate> looked = Ranking.of(free, MANY);
        Stream<Suggestion> others = free.stream()
                .filter(candidate -> !looked.contains(candidate))
                .map(candidate -> new Suggestion(candidate.id(), candidate.name(), List.of()))
                .sorted(Comparator.comparing(Suggestion::name).thenComparing(Suggestion::id));
        return Stream.concat(suggested(change, looked), others).toList();
    }

    /** Without those who must not, and in the order that their ties give them. */
    private Stream<Suggestion> suggested(Change change, List<Candidate> looked) {
        List<Candidate> untied = looked.stream()
                .filter(candidate ->
                        relations.refused(change.id(), candidate.id()).isEmpty())
                .map(candidate -> candidate.tiedBy(relations.toDeclare(change.id(), candidate.id())))
                .toList();
        return Ranking.of(untied, looked.size()).stream()
                .map(candidate ->
                        new Suggestion(candidate.id(), candidate.name(), candidate.reasons(change.department())));
    }
}
