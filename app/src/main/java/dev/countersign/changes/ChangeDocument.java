package dev.countersign.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.countersign.identity.PersonId;
import dev.countersign.spelling.ArtifactDigest;
import dev.countersign.spelling.CatalogueKey;
import dev.countersign.spelling.CommitSha;
import dev.countersign.spelling.RepositoryName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a change is going to do, as its authors wrote it down; the component names are the keys of
 * `forms/change-request.form`. A revision is one such document, and an approval binds to its hash.
 *
 * @param links tickets, builds and the like, one per line; null if there are none, so that texts that are older than this
 *     question keep their hash
 * @param operator who operated the AI tool; null if nobody but who hands it in. Texts that are older than this question
 *     have no such key, and their hash stays what it is
 */
public record ChangeDocument(
        String title,
        List<String> systems,
        Kind kind,
        Environment environment,
        String repository,
        List<String> commits,
        String digest,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String links,
        String why,
        List<Step> steps,
        BlastRadius blastRadius,
        String waves,
        boolean controlPlane,
        boolean dataMutation,
        String restoreProof,
        String rollbackHow,
        @Nullable Integer rollbackMinutes,
        @Nullable LocalDate rollbackRehearsedOn,
        String alarms,
        @Nullable Integer bakeMinutes,
        @Nullable Instant windowStart,
        @Nullable Instant windowEnd,
        AiInvolvement aiInvolvement,
        String aiTool,
        List<AiSource> aiSources,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PersonId operator,
        List<PersonId> coAuthors) {

    public ChangeDocument {
        systems = systems == null
                ? List.of()
                : systems.stream().distinct().sorted().toList();
        commits = commits == null ? List.of() : List.copyOf(commits);
        steps = steps == null ? List.of() : List.copyOf(steps);
        aiSources = aiSources == null ? List.of() : List.copyOf(aiSources);
        coAuthors = coAuthors == null
                ? List.of()
                : coAuthors.stream().distinct().sorted().toList();
        repository = Objects.requireNonNullElse(repository, "");
        digest = Objects.requireNonNullElse(digest, "");
        links = links == null || links.isBlank() ? null : links;
        waves = Objects.requireNonNullElse(waves, "");
        restoreProof = Objects.requireNonNullElse(restoreProof, "");
        rollbackHow = Objects.requireNonNullElse(rollbackHow, "");
        alarms = Objects.requireNonNullElse(alarms, "");
        aiTool = Objects.requireNonNullElse(aiTool, "");
    }

    /**
     * The same with every name that can be read in its one form. New texts are kept so; older ones keep how they were
     * typed, because their hash stands for it.
     */
    public ChangeDocument spelled() {
        return named(
                systems.stream().map(CatalogueKey::orTyped).toList(),
                spelledRepository(),
                commits.stream().map(ChangeDocument::artifact).distinct().toList(),
                artifact(digest));
    }

    /** The same, but a name that means what it meant before is spelled as it was: it was not edited. */
    ChangeDocument spelledLike(ChangeDocument before) {
        ChangeDocument mine = spelled();
        ChangeDocument its = before.spelled();
        return named(
                mine.systems.equals(its.systems) ? before.systems : mine.systems,
                mine.repository.equals(its.repository) ? before.repository : mine.repository,
                mine.commits.equals(its.commits) ? before.commits : mine.commits,
                mine.digest.equals(its.digest) ? before.digest : mine.digest);
    }

    /** Where it comes from; empty if it names no repository, or one that is none. */
    public Optional<RepositoryName> repositoryName() {
        return RepositoryName.of(repository);
    }

    /** The same in words: its one form, or what was typed if it has none. */
    public String spelledRepository() {
        return repositoryName().map(RepositoryName::value).orElse(repository);
    }

    /** Whether it names this commit or digest of this repository, each in its one form. */
    public boolean names(String repository, String artifact) {
        return repository.equals(spelledRepository())
                && Stream.concat(commits.stream(), Stream.of(digest))
                        .anyMatch(named -> artifact(named).equals(artifact));
    }

    private static String artifact(String typed) {
        return CommitSha.of(typed)
                .map(CommitSha::value)
                .or(() -> ArtifactDigest.of(typed).map(ArtifactDigest::value))
                .orElse(typed);
    }

    private ChangeDocument named(List<String> systems, String repository, List<String> commits, String digest) {
        return new ChangeDocument(
                title,
                systems,
                kind,
                environment,
                repository,
                commits,
                digest,
                links,
                why,
                steps,
                blastRadius,
                waves,
                controlPlane,
                dataMutation,
                restoreProof,
                rollbackHow,
                rollbackMinutes,
                rollbackRehearsedOn,
                alarms,
                bakeMinutes,
                windowStart,
                windowEnd,
                aiInvolvement,
                aiTool,
                aiSources,
                operator,
                coAuthors);
    }

    /** What is changed. */
    public enum Kind {
        @JsonProperty("code")
        CODE,
        @JsonProperty("configuration")
        CONFIGURATION,
        @JsonProperty("infrastructure")
        INFRASTRUCTURE,
        @JsonProperty("data")
        DATA,
        @JsonProperty("manual-operation")
        MANUAL_OPERATION
    }

    /** Where it happens. */
    public enum Environment {
        @JsonProperty("production")
        PRODUCTION,
        @JsonProperty("staging")
        STAGING;

        /** The same in the words of the registry. */
        public dev.countersign.registry.Environment registered() {
            return switch (this) {
                case PRODUCTION -> dev.countersign.registry.Environment.PRODUCTION;
                case STAGING -> dev.countersign.registry.Environment.STAGING;
            };
        }
    }

    /** How much can break at once if it goes wrong. */
    public enum BlastRadius {
        @JsonProperty("one-host")
        ONE_HOST,
        @JsonProperty("one-zone")
        ONE_ZONE,
        @JsonProperty("one-region")
        ONE_REGION,
        @JsonProperty("global")
        GLOBAL
    }

    /** How much of it a machine wrote. */
    public enum AiInvolvement {
        @JsonProperty("none")
        NONE,
        @JsonProperty("assisted")
        ASSISTED,
        @JsonProperty("generated")
        GENERATED
    }

    /** The answers of the form that say the same; the form keeps its commits as text. */
    public ObjectNode answers(JsonMapper json) {
        ObjectNode answers = json.valueToTree(this);
        answers.put(DocumentField.COMMITS.key(), String.join("\n", commits));
        return answers;
    }

    /** One step of the plan: what is done, how one sees that it worked, how it is undone. */
    public record Step(String action, String validation, String undo) {
        public Step {
            action = Objects.requireNonNullElse(action, "");
            validation = Objects.requireNonNullElse(validation, "");
            undo = Objects.requireNonNullElse(undo, "");
        }
    }

    /** A knowledge source that an AI tool drew on, and when it was last known to be true. */
    public record AiSource(String name, @Nullable LocalDate updatedOn) {}
}
