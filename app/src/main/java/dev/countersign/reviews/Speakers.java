package dev.countersign.reviews;

import dev.countersign.changes.Authors;
import dev.countersign.changes.Authorship;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duties;
import dev.countersign.changes.Duty;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what people are to changes, with as many questions for two hundred changes as for one. */
@Component
class Speakers {

    private final Duties duties;
    private final Authors authors;
    private final Verdicts verdicts;
    private final Relations relations;

    Speakers(Duties duties, Authors authors, Verdicts verdicts, Relations relations) {
        this.duties = duties;
        this.authors = authors;
        this.verdicts = verdicts;
        this.relations = relations;
    }

    /** Somebody, as far as one change goes. */
    private record There(ChangeId change, PersonId person) {}

    /** One person on each of these changes. */
    interface OnChange {
        Voice of(Person person, ChangeId change);
    }

    OnChange about(Collection<Change> changes, Set<PersonId> people) {
        Set<ChangeId> ids = changes.stream().map(Change::id).collect(Collectors.toUnmodifiableSet());
        Map<ChangeId, Map<PersonId, Duty>> has = duties.of(ids, people);
        Map<ChangeId, Map<PersonId, Authorship>> wrote = authors.of(ids, people);
        Set<There> spoke = spoke(changes, people);
        Map<PersonId, Map<ChangeId, List<Relation>>> refused =
                people.stream().collect(Collectors.toMap(Function.identity(), one -> relations.refused(ids, one)));
        return (person, change) -> new Voice(
                person,
                Optional.ofNullable(has.getOrDefault(change, Map.of()).get(person.id())),
                Optional.ofNullable(wrote.getOrDefault(change, Map.of()).get(person.id())),
                spoke.contains(new There(change, person.id())),
                refused.getOrDefault(person.id(), Map.of()).getOrDefault(change, List.of()));
    }

    private Set<There> spoke(Collection<Change> changes, Set<PersonId> people) {
        return verdicts
                .countingFor(
                        changes.stream()
                                .flatMap(change -> change.current().stream())
                                .toList(),
                        people)
                .stream()
                .flatMap(given -> given.voices().map(voice -> new There(given.change(), voice)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
