package dev.countersign.gate;

import dev.countersign.changes.ChangeDocument.Environment;
import dev.countersign.registry.Systems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A question as it arrived, before anybody knows whether it makes sense. Every field may be missing or anything. */
public record Wanted(
        Optional<String> repository,
        Optional<String> sha,
        Optional<String> digest,
        Optional<String> system,
        Optional<String> environment) {

    /** What came of reading it. */
    public sealed interface Reading {

        /** It can be answered. */
        record Clear(Question question) implements Reading {}

        /** It can't: every field that is wrong, with what was expected there. */
        record Unclear(List<Reason> reasons) implements Reading {}
    }

    private static final Pattern REPOSITORY =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)+");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int LONGEST = 200;

    /** Whether it is an owner and a name. */
    public static boolean isRepository(String text) {
        return fits(Optional.of(text), REPOSITORY);
    }

    /** Whether it is a commit's SHA in full. */
    public static boolean isCommit(String text) {
        return fits(Optional.of(text), COMMIT);
    }

    /** Reads it strictly: a shortened SHA or a misspelt system is not guessed at. */
    public Reading read(Systems systems) {
        List<Reason> unclear = new ArrayList<>();
        demand(
                unclear,
                "repository",
                fits(repository, REPOSITORY),
                "owner and name, such as storefront/basket-api",
                repository);
        artifact(unclear);
        demand(
                unclear,
                "environment",
                environment().flatMap(Wanted::environment).isPresent(),
                words(),
                environment);
        boolean known = system.filter(key -> key.length() <= LONGEST)
                .flatMap(systems::find)
                .isPresent();
        demand(unclear, "system", known, "the key of a system in the registry", system);
        return unclear.isEmpty() ? new Reading.Clear(question()) : new Reading.Unclear(List.copyOf(unclear));
    }

    /** The commit or digest if exactly one of them is named in full. */
    public Optional<String> artifact() {
        return sha.isPresent() == digest.isPresent()
                ? Optional.empty()
                : sha.filter(commit -> COMMIT.matcher(commit).matches())
                        .or(() -> digest.filter(full -> DIGEST.matcher(full).matches()));
    }

    private void artifact(List<Reason> unclear) {
        if (sha.isPresent() == digest.isPresent()) {
            String actual = sha.isPresent() ? "both" : "neither";
            unclear.add(reason("sha", "either a full commit SHA or a digest", actual));
        } else if (sha.isPresent()) {
            demand(unclear, "sha", fits(sha, COMMIT), "a full commit SHA: 40 (or 64) of 0-9 and a-f", sha);
        } else {
            demand(unclear, "digest", fits(digest, DIGEST), "sha256: and 64 of 0-9 and a-f", digest);
        }
    }

    private Question question() {
        return new Question(
                repository.orElseThrow(),
                artifact().orElseThrow(),
                system.orElseThrow(),
                environment.flatMap(Wanted::environment).orElseThrow());
    }

    private static boolean fits(Optional<String> text, Pattern pattern) {
        return text.filter(given ->
                        given.length() <= LONGEST && pattern.matcher(given).matches())
                .isPresent();
    }

    private static Optional<Environment> environment(String word) {
        return Arrays.stream(Environment.values())
                .filter(environment -> Question.word(environment).equals(word))
                .findFirst();
    }

    private static String words() {
        return Arrays.stream(Environment.values()).map(Question::word).collect(Collectors.joining(" or "));
    }

    private static void demand(
            List<Reason> unclear, String field, boolean holds, String expected, Optional<String> actual) {
        if (!holds) {
            unclear.add(reason(field, expected, actual.map(Wanted::brief).orElse("nothing")));
        }
    }

    private static Reason reason(String field, String expected, String actual) {
        return new Reason(
                "gate.invalid-" + field, expected, actual, "Send '%s' as the API description asks.".formatted(field));
    }

    private static String brief(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
