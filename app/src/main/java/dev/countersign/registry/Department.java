package dev.countersign.registry;

import dev.countersign.identity.PersonId;
import java.util.List;

/** A part of the house with a director who signs and a VP above. */
public record Department(String key, String name, String organisation, PersonId director, PersonId vp)
        implements Described {

    @Override
    public List<Line> lines() {
        return List.of(
                new Line("name", "Name", name),
                new Line("organisation", "Organisation", organisation),
                new Line("director", "Director", director.value()),
                new Line("vp", "VP", vp.value()));
    }
}
