package dev.countersign.reviews;

import dev.countersign.changes.Authorship;
import dev.countersign.changes.Duty;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.util.List;
import java.util.Optional;

/** What is true of people and one change when somebody wants to sit down; each is asked for only if it matters. */
interface SeatFacts {

    Optional<Duty> duty(Person person);

    /** What makes them one of the change's authors, whatever duty they have. */
    Optional<Authorship> authorship(Person person);

    /** Who leads the department in the seat's duty; empty if any reviewer may. */
    Optional<PersonId> leader();

    /** The leader for whom this person would decide; empty if for nobody but themselves. */
    Optional<Person> behind(Person person);

    /** Whether they gave a verdict that counts for the text as it is now, or somebody did for them. */
    boolean hasSpoken(Person person);

    /** Ties that the house refuses. */
    List<Relation> refused(Person person);
}
