package dev.countersign.gate;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeDocument.Environment;
import java.util.Locale;

/**
 * What a pipeline wants to do.
 *
 * @param artifact a full commit SHA, or a digest beginning with `sha256:`
 */
public record Question(String repository, String artifact, String system, Environment environment) {

    /** The first of what a change names: it answers for all of them alike. */
    static Question about(ChangeDocument document) {
        return new Question(
                document.repository(),
                document.commits().stream().findFirst().orElse(document.digest()),
                document.systems().stream().findFirst().orElse(""),
                document.environment());
    }

    boolean isNamedIn(ChangeDocument document) {
        return repository.equals(document.repository())
                && (document.commits().contains(artifact) || artifact.equals(document.digest()));
    }

    /** The environment in the words of the form and of the API. */
    static String word(Environment environment) {
        return environment.name().toLowerCase(Locale.ROOT);
    }

    String what() {
        return "%s at %s".formatted(repository, artifact);
    }
}
