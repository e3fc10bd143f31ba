package dev.countersign.gate;

import dev.countersign.changes.ChangeDocument.Environment;
import dev.countersign.refusals.Words;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.Systems;
import dev.countersign.spelling.ArtifactDigest;
import dev.countersign.spelling.CatalogueKey;
import dev.countersign.spelling.CommitSha;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.PlainText;
import dev.countersign.spelling.RepositoryName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

        /** It can't: every field that is wrong, with what was expected there, and what of it could be read. */
        record Unclear(List<Reason> reasons, Asked asked) implements Reading {}
    }

    private static final int LONGEST = 1000;

    /** Reads it strictly: however a name is spelled it means one thing, but a shortened SHA is not guessed at. */
    public Reading read(Systems systems) {
        List<Reason> unclear = new ArrayList<>();
        demand(unclear, "repository", repositoryName().isPresent(), RepositoryName.SPELLING, repository);
        artifact(unclear);
        demand(unclear, "environment", environmentMeant().isPresent(), words(), environment);
        Optional<ProductionSystem> known = systemKey().flatMap(systems::find);
        demand(unclear, "system", known.isPresent(), "the key of a system in the registry", system);
        return unclear.isEmpty() ? new Reading.Clear(question()) : new Reading.Unclear(List.copyOf(unclear), asked());
    }

    /** The repository if it can be read. */
    public Optional<String> repositoryName() {
        return repository.filter(Wanted::isShort).flatMap(RepositoryName::of).map(RepositoryName::value);
    }

    /** The commit or digest if exactly one of them is named in full. */
    public Optional<String> artifact() {
        return sha.isPresent() == digest.isPresent() ? Optional.empty() : commit().or(this::digestInFull);
    }

    /** What of it could be read. */
    public Asked asked() {
        return new Asked(
                repositoryName(), artifact(), systemKey(), environmentMeant().map(Question::word));
    }

    private Optional<String> commit() {
        return sha.filter(Wanted::isShort).flatMap(CommitSha::of).map(CommitSha::value);
    }

    private Optional<String> digestInFull() {
        return digest.filter(Wanted::isShort).flatMap(ArtifactDigest::of).map(ArtifactDigest::value);
    }

    private Optional<String> systemKey() {
        return system.filter(Wanted::isShort).flatMap(CatalogueKey::of).map(CatalogueKey::value);
    }

    private Optional<Environment> environmentMeant() {
        return environment
                .map(PlainText::line)
                .flatMap(word -> Arrays.stream(Environment.values())
                        .filter(known -> Question.word(known).equalsIgnoreCase(word))
                        .findFirst());
    }

    private void artifact(List<Reason> unclear) {
        if (sha.isPresent() == digest.isPresent()) {
            String actual = sha.isPresent() ? "both" : "neither";
            unclear.add(reason("sha", "either a full commit SHA or a digest", actual));
        } else if (sha.isPresent()) {
            demand(unclear, "sha", commit().isPresent(), CommitSha.SPELLING, sha);
        } else {
            demand(unclear, "digest", digestInFull().isPresent(), ArtifactDigest.SPELLING, digest);
        }
    }

    private Question question() {
        return new Question(
                repositoryName().orElseThrow(),
                artifact().orElseThrow(),
                systemKey().orElseThrow(),
                environmentMeant().orElseThrow());
    }

    /** Nobody's name is longer, but for what an address has around it. */
    private static boolean isShort(String text) {
        return text.length() <= LONGEST;
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
                Denial.INVALID.code() + field,
                expected,
                Words.said(actual),
                "Send '%s' as the API description asks.".formatted(field));
    }

    private static String brief(String text) {
        return Excerpt.of(text, 80);
    }
}
