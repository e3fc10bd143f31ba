package dev.countersign.changes.web;

import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * How somebody looks at a change.
 *
 * @param page the address of the page they look at it on, without a query
 * @param revision the one to read; the current one if empty
 * @param against the one to compare it with; the one before it if empty
 * @param tab the tab that is open; the overview if empty or unknown
 */
@NamedInterface("reading")
public record ChangeLook(String page, Optional<Integer> revision, Optional<Integer> against, Optional<String> tab) {

    /** The current revision, from its first tab. */
    public static ChangeLook at(String page) {
        return new ChangeLook(page, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same beside another revision than the one before. */
    public ChangeLook comparedWith(Optional<Integer> other) {
        return new ChangeLook(page, revision, against.or(() -> other), tab);
    }
}
