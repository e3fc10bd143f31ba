package dev.countersign.reviews;

import dev.countersign.changes.Authorship;
import dev.countersign.changes.Duty;
import dev.countersign.identity.Person;
import java.util.List;
import java.util.Optional;

/**
 * What somebody is to one change.
 *
 * @param wrote what makes them one of its authors, whatever duty they have
 * @param spoken whether a verdict counts for the text as it is now that they gave, or somebody for them
 * @param refused their ties to its authors for which the house wants somebody else
 */
record Voice(Person person, Optional<Duty> duty, Optional<Authorship> wrote, boolean spoken, List<Relation> refused) {}
