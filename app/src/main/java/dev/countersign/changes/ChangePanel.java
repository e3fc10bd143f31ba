package dev.countersign.changes;

import dev.countersign.identity.Person;
import java.util.Optional;

/**
 * A part of a change's page that another module owns. A bean of this type is asked for each page; its fragment gets
 * what it gives as `content`.
 */
public interface ChangePanel {

    /** Smaller comes first; the document itself stands at 0. */
    int order();

    /** The Thymeleaf fragment, as `folder/file :: name`, with one parameter `content`. */
    String fragment();

    /** What the fragment shows; empty leaves the part out. */
    Optional<Object> content(Change change, Person reader);
}
