package dev.countersign.reviews;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Refusal.Attempt;
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
                () -> Refusal.forbidden("reviews.absence-not-permitted")
                        .cannot("say when %s is away", person.id())
                        .because("%s [is|are] neither their director nor their VP", reader.id())
                        .instead("They can do it themselves, or their director or VP can."));
    }

    static Permission times(AbsencePlan plan, Instant now, Duration longest) {
        Instant from = plan.notBefore(now).from();
        return Permission.grantedIf(
                        plan.until().isAfter(from),
                        () -> times(plan)
                                .because("it ends before it begins")
                                .instead("Choose an end that is still to come."))
                .and(() -> Permission.grantedIf(
                        !plan.until().isAfter(from.plus(longest)),
                        () -> times(plan)
                                .because("it is longer than %d days", longest.toDays())
                                .instead("Declare a part of it, or have somebody else named in the registry.")));
    }

    static Permission only(AbsencePlan plan, List<Absence> others) {
        Optional<Absence> other = others.stream()
                .filter(absence -> absence.overlaps(plan.from(), plan.until()))
                .findFirst();
        return Permission.grantedIf(
                other.isEmpty(),
                () -> Refusal.conflict("reviews.absent-already")
                        .cannot("declare this absence")
                        .because(
                                "%s [is|are] already away from %s to %s",
                                plan.person(),
                                other.orElseThrow().from(),
                                other.orElseThrow().until())
                        .instead("End that absence first."));
    }

    /** Nobody is above a VP to whom an escalation could go, so they name somebody. */
    static Permission covered(AbsencePlan plan, Led led) {
        return Permission.grantedIf(
                !led.asVp() || plan.delegate().isPresent(),
                () -> Refusal.invalid("reviews.delegate-missing")
                        .expectedTo("know who decides for %s", plan.person())
                        .because("nobody is named to decide for %s", plan.person())
                        .instead("A VP's decisions go no further up. Name another VP who decides meanwhile."));
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
                        () -> unfit(led, delegate)
                                .because("%s [is|are] away then too", delegate.id())
                                .instead("Name somebody who is there.")));
    }

    private static Permission delegate(Led led, Person delegate, Person recorder) {
        return Permission.grantedIf(
                        !led.isNothing(),
                        () -> unfit(led, delegate)
                                .because("%s [leads|lead] nothing", led.person())
                                .instead("Leave the delegate out."))
                .and(() -> Permission.grantedIf(
                        !delegate.is(led.person()),
                        () -> unfit(led, delegate)
                                .because("that is the same person")
                                .instead("Name somebody else.")))
                .and(() -> Permission.grantedIf(
                        !delegate.is(recorder.id()),
                        () -> unfit(led, delegate)
                                .because("nobody can name themselves")
                                .instead("Name somebody else.")))
                .and(() -> Permission.grantedIf(
                        delegate.roles().containsAll(led.roles()),
                        () -> unfit(led, delegate)
                                .because("%s [isn't|aren't] %s", delegate.id(), words(led.roles()))
                                .instead("Name somebody of the same rank.")));
    }

    private static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::called).collect(Collectors.joining(" and "));
    }

    private static Attempt times(AbsencePlan plan) {
        return Refusal.invalid("reviews.absence-times").cannot("declare this absence of %s", plan.person());
    }

    private static Attempt unfit(Led led, Person delegate) {
        return Refusal.invalid("reviews.delegate-unfit").cannot("have %s decide for %s", delegate.id(), led.person());
    }
}
