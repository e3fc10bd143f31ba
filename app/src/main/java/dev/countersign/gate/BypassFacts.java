package dev.countersign.gate;

import dev.countersign.identity.PersonId;
import java.util.Set;

/**
 * What must be known before somebody explains a case.
 *
 * @param systemName what people call its system
 * @param answerable owner, director and VP of its system; nobody if the registry does not know it
 * @param behind whoever is an author of its change or reported the deployment
 */
record BypassFacts(Bypass bypass, String systemName, Set<PersonId> answerable, Set<PersonId> behind) {

    BypassFacts {
        answerable = Set.copyOf(answerable);
        behind = Set.copyOf(behind);
    }
}
