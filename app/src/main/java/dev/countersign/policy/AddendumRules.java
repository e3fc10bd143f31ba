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
    private static final int FREE_EXTENSIONS = 2;

    private AddendumRules() {}

    public static Permission toPropose(Person person) {
        return Permission.grantedIf(
                person.has(Role.VP),
                () -> Refusal.forbidden("policy.not-a-vp")
                        .cannot("propose an addendum")
                        .because("%s [isn't|aren't] a VP", person.id())
                        .instead("Ask a VP to propose it."));
    }

    static Permission toDecide(Addendum addendum, Person person, Instant now) {
        return leader("decide", addendum, person)
                .and(() -> another("decide", addendum, addendum.proposedBy(), person))
                .and(() -> in(AddendumState.PROPOSED, "decide", addendum, now));
    }

    static Permission toAmend(Addendum addendum, Person person, Instant now) {
        return leader("amend", addendum, person)
                .and(() -> agreed("amend", addendum, now))
                .and(() -> Permission.grantedIf(
                        addendum.amendment().isEmpty(),
                        () -> Refusal.conflict("policy.amendment-open")
                                .cannot("amend %s", addendum.id())
                                .because("a proposal to %s is already waiting for a decision", wish(addendum))
                                .instead("Wait until another leader has decided that one.")));
    }

    static Permission toDecideAmendment(Addendum addendum, Person person, Instant now) {
        String verb = "amend";
        Permission right = leader(verb, addendum, person);
        Permission own = addendum.amendment().stream()
                .flatMap(Amendment::voices)
                .map(voice -> another(verb, addendum, voice, person))
                .reduce(right, (one, other) -> one.and(() -> other));
        return own.and(() -> agreed(verb, addendum, now))
                .and(() -> Permission.grantedIf(addendum.amendment().isPresent(), () -> settled(addendum)));
    }

    /** What comes after the end is for VPs to say, and only while nobody has. */
    static Permission toChoose(Addendum addendum, Person person, Instant now) {
        return Permission.grantedIf(person.has(Role.VP), () -> notAVp(addendum, person))
                .and(() -> in(AddendumState.IN_FORCE, "decide the end of", addendum, now))
                .and(() -> Permission.grantedIf(addendum.awaitsChoice(now), () -> noChoiceAwaited(addendum)));
    }

    /** The first two extensions take two leaders each, any further one takes three. */
    static boolean needsThird(Addendum addendum, Amendment asked) {
        return asked.isExtension() && addendum.extensions() >= FREE_EXTENSIONS;
    }

    static Amendment demandOpen(Addendum addendum, int number) {
        return addendum.amendment().filter(open -> open.number() == number).orElseThrow(() -> settled(addendum));
    }

    static void demandLater(Addendum addendum, Instant newEnd, Instant now) {
        Instant end = addendum.endsAt().orElseThrow();
        if (!newEnd.isAfter(end) || newEnd.isAfter(now.plus(LONGEST))) {
            throw Refusal.invalid("policy.end-out-of-range")
                    .cannot("extend %s to %s", addendum.id(), newEnd)
                    .because("it already lasts until %s, and a year from now is the latest end", end)
                    .instead("Choose a last day after its present end and within a year from now.");
        }
    }

    private static Permission in(AddendumState expected, String verb, Addendum addendum, Instant now) {
        return Permission.grantedIf(addendum.state(now) == expected, () -> wrongState(verb, addendum, now));
    }

    private static Refusal wrongState(String verb, Addendum addendum, Instant now) {
        return Refusal.conflict("policy.wrong-state")
                .cannot("%s %s", verb, addendum.id())
                .because("it is %s", addendum.state(now).words())
                .instead("Reload its page to see what is possible now.");
    }

    private static Permission agreed(String verb, Addendum addendum, Instant now) {
        return Permission.grantedIf(addendum.state(now).isAgreed(), () -> wrongState(verb, addendum, now));
    }

    private static Permission leader(String verb, Addendum addendum, Person person) {
        return Permission.grantedIf(
                person.has(Role.VP) || person.has(Role.DIRECTOR),
                () -> Refusal.forbidden("policy.not-a-leader")
                        .cannot("%s %s", verb, addendum.id())
                        .because("%s [is|are] neither a VP nor a director", person.id())
                        .instead("Ask a VP or a director."));
    }

    private static Permission another(String verb, Addendum addendum, PersonId proposer, Person person) {
        return Permission.grantedIf(
                !person.is(proposer),
                () -> Refusal.forbidden("policy.own-proposal")
                        .cannot("%s %s", verb, addendum.id())
                        .because("%s [has|have] already spoken for it, and it takes different people", person.id())
                        .instead("Ask another VP or director to decide it."));
    }

    private static Refusal notAVp(Addendum addendum, Person person) {
        return Refusal.forbidden("policy.not-a-vp")
                .cannot("decide the end of %s", addendum.id())
                .because("%s [isn't|aren't] a VP", person.id())
                .instead("Ask a VP to decide it.");
    }

    private static Refusal noChoiceAwaited(Addendum addendum) {
        return Refusal.conflict("policy.no-choice-awaited")
                .cannot("decide the end of %s", addendum.id())
                .because("nobody is asked for that now")
                .instead(
                        "VPs are asked from %d days before the end, until one has decided.",
                        Reminders.DECISION.toDays());
    }

    private static Refusal settled(Addendum addendum) {
        return Refusal.conflict("policy.amendment-settled")
                .cannot("decide this proposal on %s", addendum.id())
                .because("it no longer waits for a decision")
                .instead("Reload its page to see what was decided.");
    }

    private static String wish(Addendum addendum) {
        return addendum.amendment().map(Amendment::wish).orElse("amend it");
    }
}
