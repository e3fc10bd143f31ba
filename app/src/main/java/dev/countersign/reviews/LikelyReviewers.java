package dev.countersign.reviews;

import dev.countersign.changes.ReviewersAhead;
import dev.countersign.identity.PersonId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says whom one would ask for a review, in the order of the suggestions; ties are looked at once there is a change. */
@Component
class LikelyReviewers implements ReviewersAhead {

    private static final int FEW = 3;

    private final CandidateRows rows;

    LikelyReviewers(CandidateRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Likely> of(List<String> systems, String department, Set<PersonId> authors) {
        List<Candidate> others = rows.free(systems, department).stream()
                .filter(candidate -> !authors.contains(candidate.id()))
                .toList();
        return Ranking.of(others, FEW).stream()
                .map(candidate -> new Suggestion(candidate.id(), candidate.name(), candidate.reasons(department)))
                .map(suggestion -> new Likely(suggestion.name(), suggestion.words()))
                .toList();
    }
}
