package dev.countersign.registry.files;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What whoever imports a file says in its place: of new systems and departments what it leaves out, and which of our
 * departments its groups are. What the file or the registry says counts first.
 *
 * @param groups Backstage's references of groups or users, such as `group:default/platform`, each with a department
 */
public record Choices(
        @Nullable String department,
        @Nullable String owner,
        @Nullable Integer tier,
        @Nullable String director,
        @Nullable String vp,
        @Nullable String organisation,
        Map<String, String> groups) {

    public static final Choices NONE = new Choices(null, null, null, null, null, null, Map.of());

    public Choices {
        groups = groups.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        group -> EntityRef.of(group.getKey(), "group", EntityRef.NAMESPACE)
                                .map(EntityRef::toString)
                                .orElse(group.getKey()),
                        Map.Entry::getValue,
                        (first, second) -> second));
    }

    /** Whether a group that nobody knows can become a department. */
    boolean namesLeaders() {
        return director != null && vp != null;
    }

    Optional<String> departmentOf(EntityRef group) {
        return Optional.ofNullable(groups.get(group.toString()));
    }
}
