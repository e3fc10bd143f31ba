package dev.countersign.changes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A field of the change form, and whether it is material: to edit a material one makes another change of it, and what
 * was decided does not count for that. Every other field is wording, which may be
 * touched up without that while it stays like what people decided on.
 */
public enum DocumentField {
    TITLE("Title", false),
    SYSTEMS("Systems", true),
    KIND("Kind of change", true),
    ENVIRONMENT("Environment", true),
    REPOSITORY("Repository", true),
    COMMITS("Commits", true),
    DIGEST("Artifact digest", true),
    LINKS("Links", true),
    WHY("Why", false),
    STEPS("Steps", true),
    BLAST_RADIUS("Blast radius", true),
    WAVES("Waves", true),
    CONTROL_PLANE("Changes a control plane", true),
    DATA_MUTATION("Changes stored data", true),
    RESTORE_PROOF("Proof of restore", true),
    ROLLBACK_HOW("How to roll back", true),
    ROLLBACK_MINUTES("Minutes to roll back", true),
    ROLLBACK_REHEARSED_ON("Rollback rehearsed on", true),
    ALARMS("Alarms", true),
    BAKE_MINUTES("Bake time in minutes", true),
    WINDOW_START("Window opens", true),
    WINDOW_END("Window closes", true),
    AI_INVOLVEMENT("AI involvement", true),
    AI_TOOL("AI tool", true),
    AI_SOURCES("Knowledge sources", true),
    OPERATOR("Operator of the AI tool", true),
    CO_AUTHORS("Co-authors", true);

    private final String key;
    private final String label;
    private final boolean material;

    DocumentField(String label, boolean material) {
        this.key = key(name());
        this.label = label;
        this.material = material;
    }

    /** Those that an approval stands for. */
    public static List<DocumentField> material() {
        return material(List.of(values()));
    }

    /** Those of the fields that are. */
    public static List<DocumentField> material(List<DocumentField> fields) {
        return fields.stream().filter(DocumentField::isMaterial).toList();
    }

    /** Those that may be touched up without another approval. */
    public static List<DocumentField> wording() {
        return Arrays.stream(values()).filter(field -> !field.isMaterial()).toList();
    }

    public static List<String> keys(List<DocumentField> fields) {
        return fields.stream().map(DocumentField::key).toList();
    }

    /** What the fields with these keys are called, with commas between them. */
    public static String words(List<String> keys) {
        return keys.stream()
                .map(key -> named(key).map(DocumentField::label).orElse(key))
                .collect(Collectors.joining(", "));
    }

    public static List<String> labels(List<DocumentField> fields) {
        return fields.stream().map(DocumentField::label).toList();
    }

    /** The one with that key of the form. */
    public static Optional<DocumentField> named(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    /** The form's key and the document's component. */
    public String key() {
        return key;
    }

    /** What it is called on pages. */
    public String label() {
        return label;
    }

    public boolean isMaterial() {
        return material;
    }

    private static String key(String name) {
        StringBuilder key = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("_")) {
            key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return key.toString();
    }
}
