package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.FARID;
import static dev.countersign.Personas.GRACE;
import static dev.countersign.Personas.HUGO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Personas;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.registry.Department;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AbsenceRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final List<Department> HOUSE = List.of(
            new Department("checkout", "Checkout", "storefront", ELENA.id(), GRACE.id()),
            new Department("cart", "Cart", "storefront", ELENA.id(), GRACE.id()),
            new Department("fulfilment", "Fulfilment", "supply-chain", FARID.id(), HUGO.id()));
    private static final Led ELENAS = Led.by(ELENA.id(), HOUSE);
    private static final Led GRACES = Led.by(GRACE.id(), HOUSE);

    @Test
    void letsPeopleAndThoseAboveThemSayThatTheyAreAway() {
        assertThat(AbsenceRules.toManage(ELENA, ELENA, Set.of(GRACE.id())).granted())
                .isTrue();
        assertThat(AbsenceRules.toManage(GRACE, ELENA, Set.of(GRACE.id())).granted())
                .isTrue();
        assertThat(AbsenceRules.toManage(HUGO, GRACE, Set.of()).granted()).isTrue();
        assertThat(code(AbsenceRules.toManage(HUGO, ELENA, Set.of(GRACE.id()))))
                .isEqualTo("reviews.absence-not-permitted");
        assertThat(code(AbsenceRules.toManage(ELENA, GRACE, Set.of()))).isEqualTo("reviews.absence-not-permitted");
        assertThat(code(AbsenceRules.toManage(HUGO, ADA, Set.of()))).isEqualTo("reviews.absence-not-permitted");
        assertThat(code(AbsenceRules.toManage(BEN, ADA, Set.of(BEN.id())))).isEqualTo("reviews.absence-not-permitted");
        Person former = Personas.withRoles(GRACE, Role.ENGINEER);
        assertThat(code(AbsenceRules.toManage(former, ELENA, Set.of(GRACE.id()))))
                .isEqualTo("reviews.absence-not-permitted");
    }

    /** Who leads both a division and, as a director, one of its departments may have a VP above them. */
    @Test
    void leavesAVpToWhoeverIsAboveThem() {
        Person above = Personas.withRoles(ELENA, Role.VP);
        assertThat(AbsenceRules.toManage(above, GRACE, Set.of(above.id())).granted())
                .isTrue();
        assertThat(code(AbsenceRules.toManage(HUGO, GRACE, Set.of(above.id()))))
                .isEqualTo("reviews.absence-not-permitted");
    }

    @Test
    void endsEachAbsenceWithinAMonth() {
        assertThat(times(NOW, NOW.plus(LONGEST)).granted()).isTrue();
        assertThat(code(times(NOW, NOW.plus(LONGEST).plusNanos(1)))).isEqualTo("reviews.absence-times");
        assertThat(code(times(NOW, NOW))).isEqualTo("reviews.absence-times");
        assertThat(code(times(NOW.minus(LONGEST), NOW))).isEqualTo("reviews.absence-times");
        assertThat(times(NOW.minus(LONGEST), NOW.plus(LONGEST)).granted()).isTrue();
    }

    @Test
    void takesNobodyForAwayTwice() {
        AbsencePlan plan = plan(NOW.plusSeconds(60), NOW.plusSeconds(120));
        assertThat(code(AbsenceRules.only(plan, List.of(absence(ELENA, NOW, NOW.plusSeconds(61))))))
                .isEqualTo("reviews.absent-already");
        assertThat(AbsenceRules.only(plan, List.of(absence(ELENA, NOW, NOW.plusSeconds(60))))
                        .granted())
                .isTrue();
        assertThat(AbsenceRules.only(plan, List.of(absence(ELENA, NOW.plusSeconds(120), NOW.plusSeconds(180))))
                        .granted())
                .isTrue();
    }

    @Test
    void wantsADelegateOfAVpOnly() {
        assertThat(code(AbsenceRules.covered(plan(NOW, NOW.plusSeconds(60)), GRACES)))
                .isEqualTo("reviews.delegate-missing");
        Led both =
                Led.by(GRACE.id(), List.of(new Department("returns", "Returns", "storefront", GRACE.id(), GRACE.id())));
        assertThat(code(AbsenceRules.covered(plan(NOW, NOW.plusSeconds(60)), both)))
                .isEqualTo("reviews.delegate-missing");
        assertThat(AbsenceRules.covered(plan(NOW, NOW.plusSeconds(60)), ELENAS).granted())
                .isTrue();
    }

    @Test
    void letsOnlySomebodyOfTheSameRankDecideMeanwhile() {
        assertThat(delegate(ELENAS, FARID, ELENA).granted()).isTrue();
        assertThat(delegate(GRACES, HUGO, GRACE).granted()).isTrue();
        assertThat(code(delegate(ELENAS, HUGO, ELENA))).isEqualTo("reviews.delegate-unfit");
        assertThat(code(delegate(GRACES, FARID, GRACE))).isEqualTo("reviews.delegate-unfit");
        assertThat(code(delegate(ELENAS.in("fulfilment"), FARID, ELENA))).isEqualTo("reviews.delegate-unfit");
        assertThat(code(delegate(Led.by(ADA.id(), HOUSE), FARID, ADA))).isEqualTo("reviews.delegate-unfit");
    }

    @Test
    void wantsADelegateOfEveryRankThatIsLed() {
        Led both =
                Led.by(GRACE.id(), List.of(new Department("returns", "Returns", "storefront", GRACE.id(), GRACE.id())));
        assertThat(code(delegate(both, HUGO, GRACE))).isEqualTo("reviews.delegate-unfit");
        assertThat(code(delegate(both, ELENA, GRACE))).isEqualTo("reviews.delegate-unfit");
        assertThat(delegate(both, Personas.withRoles(HUGO, Role.VP, Role.DIRECTOR), GRACE)
                        .granted())
                .isTrue();
    }

    @Test
    void letsNobodyNameThemselves() {
        assertThat(code(delegate(ELENAS, ELENA, ELENA))).isEqualTo("reviews.delegate-unfit");
        Person grace = Personas.withRoles(GRACE, Role.VP, Role.DIRECTOR);
        assertThat(code(delegate(ELENAS, grace, grace))).isEqualTo("reviews.delegate-unfit");
    }

    @Test
    void countsOnNobodyWhoIsAwayThenToo() {
        Absence elenas = absence(ELENA, NOW, NOW.plusSeconds(60));
        assertThat(code(AbsenceRules.delegate(
                        ELENAS,
                        FARID,
                        ELENA,
                        elenas,
                        List.of(absence(FARID, NOW.plusSeconds(59), NOW.plusSeconds(90))))))
                .isEqualTo("reviews.delegate-unfit");
        assertThat(AbsenceRules.delegate(
                                ELENAS,
                                FARID,
                                ELENA,
                                elenas,
                                List.of(absence(FARID, NOW.plusSeconds(60), NOW.plusSeconds(90))))
                        .granted())
                .isTrue();
    }

    @Test
    void goesByTheLastDelegateWhoWasNamedForADepartment() {
        Absence absence = absence(ELENA, NOW, NOW.plusSeconds(60))
                .with(List.of(
                        named(1, FARID, Optional.empty()),
                        named(2, HUGO, Optional.of("cart")),
                        named(3, GRACE, Optional.of("checkout"))));
        assertThat(absence.delegation("cart").map(Delegation::id)).contains(2L);
        assertThat(absence.delegation("checkout").map(Delegation::id)).contains(3L);
        assertThat(absence.delegation("returns").map(Delegation::id)).contains(1L);
    }

    private static Permission times(Instant from, Instant until) {
        return AbsenceRules.times(plan(from, until), NOW, LONGEST);
    }

    private static Permission delegate(Led led, Person delegate, Person recorder) {
        return AbsenceRules.delegate(led, delegate, recorder, absence(ELENA, NOW, NOW.plusSeconds(60)), List.of());
    }

    private static AbsencePlan plan(Instant from, Instant until) {
        return new AbsencePlan(ELENA.id(), from, until, "On leave", Optional.empty());
    }

    private static Absence absence(Person person, Instant from, Instant until) {
        return new Absence(1, person.id(), from, until, "On leave", person.id(), NOW, Optional.empty(), List.of());
    }

    private static Delegation named(long id, Person delegate, Optional<String> department) {
        return new Delegation(id, ELENA.id(), delegate.id(), department, ELENA.id(), NOW);
    }

    private static String code(Permission permission) {
        return permission instanceof Denied(var refusal) ? refusal.code() : "";
    }
}
