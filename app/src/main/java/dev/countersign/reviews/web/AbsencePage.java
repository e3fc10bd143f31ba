package dev.countersign.reviews.web;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.reviews.Absence;
import dev.countersign.reviews.AbsenceNotices;
import dev.countersign.reviews.Absences;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Who is away, as far as it concerns the reader: themselves, those they decide for, and those below them. */
@Component
class AbsencePage {

    private final Absences absences;
    private final AbsenceNotices notices;
    private final People people;
    private final Clock clock;

    AbsencePage(Absences absences, AbsenceNotices notices, People people, Clock clock) {
        this.absences = absences;
        this.notices = notices;
        this.people = people;
        this.clock = clock;
    }

    void show(Person reader, Model model) {
        List<Person> managed = absences.managedBy(reader);
        model.addAttribute("mayDeclare", decides(reader));
        model.addAttribute("managed", managed);
        model.addAttribute("mine", rows(absences.of(reader.id()), reader));
        model.addAttribute("naming", rows(absences.naming(reader.id()), reader));
        model.addAttribute("others", rows(others(reader, managed), reader));
        model.addAttribute("readsAll", reader.has(Role.AUDITOR));
    }

    /** An auditor reads of everybody. */
    private List<Absence> others(Person reader, List<Person> managed) {
        Set<PersonId> ids = managed.stream().map(Person::id).collect(Collectors.toSet());
        return absences.current().stream()
                .filter(absence -> reader.has(Role.AUDITOR) || ids.contains(absence.person()))
                .filter(absence -> !reader.is(absence.person()))
                .toList();
    }

    private List<AbsenceRow> rows(List<Absence> shown, Person reader) {
        Function<PersonId, String> names = people.names(shown.stream()
                .flatMap(absence -> Stream.of(absence.person(), absence.recordedBy()))
                .toList());
        return shown.stream().map(absence -> row(absence, reader, names)).toList();
    }

    private AbsenceRow row(Absence absence, Person reader, Function<PersonId, String> names) {
        return new AbsenceRow(
                absence.id(),
                names.apply(absence.person()),
                absence.from(),
                absence.end(),
                absence.reason(),
                notices.delegates(absence),
                absence.recordedBy().equals(absence.person()) ? "" : names.apply(absence.recordedBy()),
                absence.isInForce(clock.instant()),
                reader.is(absence.person()),
                !absences.departments(absence.person()).isEmpty(),
                decides(reader) && absences.toEdit(reader, absence).granted());
    }

    private static boolean decides(Person reader) {
        return reader.has(Role.REVIEWER) || reader.has(Role.DIRECTOR) || reader.has(Role.VP);
    }
}
