package dev.countersign.changes;

import dev.countersign.identity.Person;
import java.util.List;

/** Tells on top of a change's page who must act and why. A bean of this type is asked for each page. */
public interface ChangeNotices {

    /** The most pressing first; none while there is nothing to do. */
    List<ChangeNotice> of(Change change, Person reader);
}
