package dev.countersign.changes;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The names under which forges commit themselves, as when somebody merges on their pages: nobody is behind these. */
@Component
class Forges {

    private final Set<String> names;

    Forges(
            @Value(
                            "${countersign.changes.forges:noreply@github.com,web-flow,web-flow@users.noreply.github.com,noreply@gitlab.com}")
                    List<String> names) {
        this.names = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is none of the people: neither an unknown one, nor the author. */
    boolean include(CommitRows.Known hand) {
        return names.contains(hand.name());
    }
}
