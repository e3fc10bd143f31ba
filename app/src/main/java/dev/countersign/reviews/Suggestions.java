package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.identity.PersonId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whom one could ask for a review: by ownership, load and independence. */
@Component
public class Suggestions {

    static final int A_FEW = 5;

    /** To choose from. */
    public static final int MANY = 50;

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

    /** Ties are looked up of those only who come first without them, and of as many again. */
    public List<Suggestion> forChange(Change change, int most) {
        List<Candidate> untied = Ranking.of(rows.free(change), 2 * most).stream()
                .filter(candidate ->
                        relations.refused(change.id(), candidate.id()).isEmpty())
                .map(candidate -> candidate.tiedBy(relations.toDeclare(change.id(), candidate.id())))
                .toList();
        return Ranking.of(untied, most).stream()
                .map(candidate ->
                        new Suggestion(candidate.id(), candidate.name(), candidate.reasons(change.department())))
                .toList();
    }
}
