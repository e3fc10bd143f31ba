package dev.countersign.reviews;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may be away how long, who may say so for them, and who can decide for them meanwhile. */
final class AbsenceRules {

    private AbsenceRules() {}

    /**
     * Themselves, and who is above them; VPs for each other, since nobody is above them.
     *
     * @param above their director and VP, as far as the registry knows
     */
    static Permission toManage(Person reader, Person person, Set<PersonId> above) {
        boolean leads = reader.has(Role.DIRECTOR) || reader.has(Role.VP);
        return Permission.grantedIf(
                reader.is(person.id())
                        || (leads && above.contains(reader.id()))
                        || (reader.has(Role.VP) && person.has(Role.VP) && above.isEmpty()),
                () -> Refusal.forbidden(
                        "reviews.absence-not-permitted",
                        "Expected '%s' to say when '%s' is away, but they are not above them."
                                .formatted(reader.id(), person.id()),
                        "They can do it themselves, or their director or VP can."));
    }

    static Permission times(AbsencePlan plan, Instant now, Duration longest) {
        Instant from = plan.notBefore(now).from();
        return Permission.grantedIf(
                        plan.until().isAfter(from),
                        () -> times(plan, "it ends before it begins", "Choose an end that is to come."))
                .and(() -> Permission.grantedIf(
                        !plan.until().isAfter(from.plus(longest)),
                        () -> times(
                                plan,
                                "that is longer than %d days".formatted(longest.toDays()),
                                "Declare a part of it, or have somebody else named in the registry.")));
    }

    static Permission only(AbsencePlan plan, List<Absence> others) {
        Optional<Absence> other = others.stream()
                .filter(absence -> absence.overlaps(plan.from(), plan.until()))
                .findFirst();
        return Permission.grantedIf(
                other.isEmpty(),
                () -> Refusal.conflict(
                        "reviews.absent-already",
                        "Expected to declare an absence of '%s', but they are away from %s to %s."
                                .formatted(
                                        plan.person(),
                                        other.orElseThrow().from(),
                                        other.orElseThrow().until()),
                        "End that one first."));
    }

    /** Nobody is above a VP to whom an escalation could go, so they name somebody. */
    static Permission covered(AbsencePlan plan, Led led) {
        return Permission.grantedIf(
                !led.asVp() || plan.delegate().isPresent(),
                () -> Refusal.invalid(
                        "reviews.delegate-missing",
                        "Expected a delegate of '%s', but there is none.".formatted(plan.person()),
                        "A VP's decisions go no further up: name another VP who decides meanwhile."));
    }

    /**
     * Whether somebody can decide for an absent leader: another person who is what they are, who did not name themselves,
     * and who is there.
     *
     * @param theirs the absences of the delegate
     */
    static Permission delegate(Led led, Person delegate, Person recorder, Absence absence, List<Absence> theirs) {
        return delegate(led, delegate, recorder)
                .and(() -> Permission.grantedIf(
                        theirs.stream().noneMatch(own -> own.overlaps(absence.from(), absence.end())),
                        () -> unfit(led, delegate, "they are away then too", "Name somebody who is there.")));
    }

    private static Permission delegate(Led led, Person delegate, Person recorder) {
        return Permission.grantedIf(
                        !led.isNothing(),
                        () -> unfit(
                                led, delegate, "'%s' leads nothing".formatted(led.person()), "Leave the delegate out."))
                .and(() -> Permission.grantedIf(
                        !delegate.is(led.person()),
                        () -> unfit(led, delegate, "it is the same person", "Name somebody else.")))
                .and(() -> Permission.grantedIf(
                        !delegate.is(recorder.id()),
                        () -> unfit(led, delegate, "nobody names themselves", "Name somebody else.")))
                .and(() -> Permission.grantedIf(
                        delegate.roles().containsAll(led.roles()),
                        () -> unfit(
                                led,
                                delegate,
                                "they are no " + words(led.roles()),
                                "Name somebody of the same rank.")));
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Role::realmName).sorted().collect(Collectors.joining(" and "));
    }

    private static Refusal times(AbsencePlan plan, String fact, String wayOut) {
        return Refusal.invalid(
                "reviews.absence-times",
                "Expected to declare an absence of '%s', but %s.".formatted(plan.person(), fact),
                wayOut);
    }

    private static Refusal unfit(Led led, Person delegate, String fact, String wayOut) {
        return Refusal.invalid(
                "reviews.delegate-unfit",
                "Expected '%s' to decide for '%s', but %s.".formatted(delegate.id(), led.person(), fact),
                wayOut);
    }
}
