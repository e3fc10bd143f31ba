package dev.countersign.policy;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import java.time.Duration;
import java.time.Instant;

/**
 * Who may do what with an addendum as it stands; the buttons and the guards read the same answers. Who may not do it in
 * any state is told so first, and learns nothing about the state.
 */
public final class AddendumRules {

    private static final Duration LONGEST = Duration.ofDays(366);

    private AddendumRules() {}

    public static Permission toPropose(Person person) {
        return Permission.grantedIf(
                person.has(Role.VP),
                () -> Refusal.forbidden(
                        "policy.not-a-vp",
                        "Expected to propose an addendum, but '%s' is not a VP.".formatted(person.id()),
                        "Ask a VP to propose it."));
    }

    static Permission toDecide(Addendum addendum, Person person, Instant now) {
        return leader("decide", addendum, person)
                .and(() -> another("decide", addendum, addendum.proposedBy(), person))
                .and(() -> in(AddendumState.PROPOSED, "decide", addendum, now));
    }

    static Permission toAmend(Addendum addendum, Person person, Instant now) {
        return leader("amend", addendum, person)
                .and(() -> in(AddendumState.IN_FORCE, "amend", addendum, now))
                .and(() -> Permission.grantedIf(
                        addendum.amendment().isEmpty(),
                        () -> Refusal.conflict(
                                "policy.amendment-open",
                                "Expected to amend addendum '%s', but a proposal to %s waits for a decision already."
                                        .formatted(addendum.id(), wish(addendum)),
                                "Wait until another leader has decided that one.")));
    }

    static Permission toDecideAmendment(Addendum addendum, Person person, Instant now) {
        String verb = "amend";
        Permission right = leader(verb, addendum, person);
        Permission own = addendum.amendment()
                .map(open -> right.and(() -> another(verb, addendum, open.proposedBy(), person)))
                .orElse(right);
        return own.and(() -> in(AddendumState.IN_FORCE, verb, addendum, now))
                .and(() -> Permission.grantedIf(addendum.amendment().isPresent(), () -> settled(addendum)));
    }

    static Amendment demandOpen(Addendum addendum, int number) {
        return addendum.amendment().filter(open -> open.number() == number).orElseThrow(() -> settled(addendum));
    }

    static void demandLater(Addendum addendum, Instant newEnd, Instant now) {
        Instant end = addendum.endsAt().orElseThrow();
        if (!newEnd.isAfter(end) || newEnd.isAfter(now.plus(LONGEST))) {
            throw Refusal.invalid(
                    "policy.end-out-of-range",
                    "Expected to extend addendum '%s' beyond %s and by a year at most, but the new end is %s."
                            .formatted(addendum.id(), end, newEnd),
                    "Choose a last day after its present end and within a year from now.");
        }
    }

    private static Permission in(AddendumState expected, String verb, Addendum addendum, Instant now) {
        AddendumState state = addendum.state(now);
        return Permission.grantedIf(
                state == expected,
                () -> Refusal.conflict(
                        "policy.wrong-state",
                        "Expected to %s addendum '%s', but it is %s.".formatted(verb, addendum.id(), state.words()),
                        "Reload its page to see what is possible now."));
    }

    private static Permission leader(String verb, Addendum addendum, Person person) {
        return Permission.grantedIf(
                person.has(Role.VP) || person.has(Role.DIRECTOR),
                () -> Refusal.forbidden(
                        "policy.not-a-leader",
                        "Expected to %s addendum '%s', but '%s' is neither VP nor director."
                                .formatted(verb, addendum.id(), person.id()),
                        "Ask a VP or a director."));
    }

    private static Permission another(String verb, Addendum addendum, PersonId proposer, Person person) {
        return Permission.grantedIf(
                !person.is(proposer),
                () -> Refusal.forbidden(
                        "policy.own-proposal",
                        "Expected to %s addendum '%s', but '%s' proposed it, and it takes two people."
                                .formatted(verb, addendum.id(), person.id()),
                        "Ask another VP or director to decide it."));
    }

    private static Refusal settled(Addendum addendum) {
        return Refusal.conflict(
                "policy.amendment-settled",
                "Expected to decide a proposal on addendum '%s', but it does not wait for a decision any more."
                        .formatted(addendum.id()),
                "Reload its page to see what was decided.");
    }

    private static String wish(Addendum addendum) {
        return addendum.amendment().map(Amendment::wish).orElse("amend it");
    }
}
