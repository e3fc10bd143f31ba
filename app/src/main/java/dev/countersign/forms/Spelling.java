package dev.countersign.forms;

import dev.countersign.spelling.ArtifactDigest;
import dev.countersign.spelling.CatalogueKey;
import dev.countersign.spelling.CommitSha;
import dev.countersign.spelling.RepositoryName;
import dev.countersign.spelling.Several;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What an answer names, by the property `spelling` of its question; such an answer has one form however it is typed. */
enum Spelling {
    REPOSITORY(typed -> RepositoryName.of(typed).map(RepositoryName::value).orElse(typed)),
    REPOSITORIES(typed -> each(typed, REPOSITORY)),
    COMMIT(typed -> CommitSha.of(typed).map(CommitSha::value).orElse(typed)),
    COMMITS(typed -> each(typed, COMMIT)),
    DIGEST(typed -> ArtifactDigest.of(typed).map(ArtifactDigest::value).orElse(typed)),
    KEY(CatalogueKey::orTyped);

    private final UnaryOperator<String> form;

    Spelling(UnaryOperator<String> form) {
        this.form = form;
    }

    /** Its one form; what has none stays as it was typed, and the question's pattern says what is wrong with it. */
    String of(String typed) {
        return form.apply(typed);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String each(String typed, Spelling one) {
        return Several.of(typed).stream().map(one::of).distinct().collect(Collectors.joining("\n"));
    }
}
