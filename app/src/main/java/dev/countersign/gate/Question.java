package dev.countersign.gate;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeDocument.Environment;
import java.util.Locale;

/**
 * What a pipeline wants to do, each name in its one form.
 *
 * @param repository as owner and name
 * @param artifact a full commit SHA, or a digest beginning with `sha256:`
 * @param system its key in the registry
 */
public record Question(String repository, String artifact, String system, Environment environment) {

    /** The first of what a change names: it answers for all of them alike. */
    static Question about(ChangeDocument document) {
        ChangeDocument named = document.spelled();
        return new Question(
                named.repository(),
                named.commits().stream().findFirst().orElse(named.digest()),
                named.systems().stream().findFirst().orElse(""),
                named.environment());
    }

    boolean isNamedIn(ChangeDocument document) {
        return document.names(repository, artifact);
    }

    /** The environment in the words of the form and of the API. */
    static String word(Environment environment) {
        return environment.name().toLowerCase(Locale.ROOT);
    }

    String what() {
        return "%s at %s".formatted(repository, artifact);
    }
}
