package dev.countersign.registry;

import dev.countersign.identity.Person;
import java.util.Optional;

/**
 * A part of a system's page that another module owns. A bean of this type is asked for each page; its fragment gets
 * what it gives as `content`.
 */
public interface SystemPanel {

    /** The Thymeleaf fragment, as `folder/file :: name`, with one parameter `content`. */
    String fragment();

    /** What the fragment shows; empty leaves the part out. */
    Optional<Object> content(ProductionSystem system, Person reader);
}
