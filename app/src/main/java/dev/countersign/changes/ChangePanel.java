package dev.countersign.changes;

import dev.countersign.identity.Person;
import java.util.Optional;

/**
 * A part of a change's page that another module owns. A bean of this type is asked for each page; its fragment gets
 * what it gives as `content`.
 */
public interface ChangePanel {

    /** Where it stands: beside every tab, or in one of them. */
    enum Place {
        SIDE,
        CONVERSATION,
        CHECKS,
        POLICY,
        RECORD,
        DIAGRAM
    }

    Place place();

    /** Smaller comes first in its place. */
    int order();

    /** The Thymeleaf fragment, as `folder/file :: name`, with one parameter `content`. */
    String fragment();

    /** What the fragment shows; empty leaves the part out. */
    Optional<Object> content(Change change, Person reader);
}
