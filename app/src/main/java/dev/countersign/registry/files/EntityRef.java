package dev.countersign.registry.files;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An entity of Backstage: kind, namespace and name together are its identity, and capitals make no difference. */
record EntityRef(String kind, String namespace, String name) {

    static final String NAMESPACE = "default";

    private static final Pattern WRITTEN = Pattern.compile("(?:([^:/\\s]+):)?(?:([^:/\\s]+)/)?([^:/\\s]+)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*");

    EntityRef {
        kind = kind.toLowerCase(Locale.ROOT);
        namespace = namespace.toLowerCase(Locale.ROOT);
        name = name.toLowerCase(Locale.ROOT);
    }

    static boolean isName(String written) {
        return NAME.matcher(written).matches();
    }

    /** `[kind:][namespace/]name`; what it leaves out is that of the place where it stands. */
    static Optional<EntityRef> of(String written, String kind, String namespace) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Optional.of(new EntityRef(
                        Optional.ofNullable(parts.group(1)).orElse(kind),
                        Optional.ofNullable(parts.group(2)).orElse(namespace),
                        parts.group(3)))
                : Optional.empty();
    }

    /** What it would be called here. */
    String key() {
        return name.replaceAll("[._-]+", "-");
    }

    /** Whether its key here says all that it is. */
    boolean isPlain() {
        return (kind.equals("component") || kind.equals("group")) && namespace.equals(NAMESPACE) && isSpelledAsKey();
    }

    boolean isSpelledAsKey() {
        return name.equals(key());
    }

    boolean isDepartment() {
        return kind.equals("group");
    }

    @Override
    public String toString() {
        return "%s:%s/%s".formatted(kind, namespace, name);
    }
}
