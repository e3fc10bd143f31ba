package dev.countersign.reviews;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.Systems;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says in words who is away and who decides where. */
@Component
public class AbsenceNotices {

    private final Absences absences;
    private final People people;
    private final Systems systems;
    private final Clock clock;

    AbsenceNotices(Absences absences, People people, Systems systems, Clock clock) {
        this.absences = absences;
        this.people = people;
        this.systems = systems;
        this.clock = clock;
    }

    public AbsenceNotice of(Person reader) {
        Optional<AbsenceNotice.Away> away = absences.now(reader.id())
                .map(absence -> new AbsenceNotice.Away(absence.id(), absence.end(), delegates(absence)));
        return new AbsenceNotice(away.orElse(null), standsFor(reader));
    }

    /** Those who decide meanwhile and where, as in "Farid Haddad in Checkout"; empty if nobody does. */
    public String delegates(Absence absence) {
        List<Delegation> counting = absence.counting();
        var names = people.names(counting.stream().map(Delegation::delegate).toList());
        return counting.stream()
                .map(delegation -> names.apply(delegation.delegate()) + where(delegation))
                .collect(Collectors.joining(", "));
    }

    private List<AbsenceNotice.StandsFor> standsFor(Person reader) {
        Instant now = clock.instant();
        return absences.naming(reader.id()).stream()
                .filter(absence -> absence.isInForce(now))
                .flatMap(absence -> standsFor(absence, reader.id()))
                .toList();
    }

    private Stream<AbsenceNotice.StandsFor> standsFor(Absence absence, PersonId delegate) {
        String name = people.names(List.of(absence.person())).apply(absence.person());
        return absence.counting().stream()
                .filter(delegation -> delegation.delegate().equals(delegate))
                .map(delegation -> new AbsenceNotice.StandsFor(name, absence.end(), where(delegation)));
    }

    private String where(Delegation delegation) {
        return delegation
                .department()
                .map(systems::department)
                .map(department -> " in " + department.name())
                .orElse("");
    }
}
