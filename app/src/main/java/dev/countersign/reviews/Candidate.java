package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who could review a change, with what is known of them at this moment.
 *
 * @param owns the names of systems of the change that they own
 * @param knows the names of those of which they wrote or reviewed changes lately
 * @param near whether they own another system of the department
 * @param claims reviews that they are at work on
 * @param asked reviews that they are asked for besides
 * @param decided verdicts within a week
 * @param ties what they would have to declare
 */
record Candidate(
        PersonId id,
        String name,
        List<String> owns,
        List<String> knows,
        boolean near,
        int claims,
        int asked,
        int decided,
        List<Relation> ties) {

    Candidate tiedBy(List<Relation> found) {
        return new Candidate(id, name, owns, knows, near, claims, asked, decided, found);
    }

    /** How close they are to what is changed, in pieces of open work that it outweighs. */
    int closeness() {
        return !owns.isEmpty() ? 4 : !knows.isEmpty() ? 3 : near ? 1 : 0;
    }

    /** How much they have to do; five verdicts of the week weigh as much as one open piece of work. */
    int load() {
        return claims + asked + decided / 5;
    }

    List<Reason> reasons(String department) {
        List<Reason> reasons = new ArrayList<>();
        if (!owns.isEmpty()) {
            reasons.add(new Reason.Owns(owns));
        } else if (!knows.isEmpty()) {
            reasons.add(new Reason.Knows(knows));
        } else if (near) {
            reasons.add(new Reason.Near(department));
        }
        reasons.add(new Reason.Holds(claims));
        if (asked > 0) {
            reasons.add(new Reason.Asked(asked));
        }
        if (decided > 0) {
            reasons.add(new Reason.Decided(decided));
        }
        ties.forEach(tie -> reasons.add(new Reason.Tied(tie)));
        return reasons;
    }
}
