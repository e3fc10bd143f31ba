package dev.countersign.changes.web;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeDocument.AiSource;
import dev.countersign.changes.ChangeDocument.Step;
import dev.countersign.changes.web.DocumentSection.Line;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts a change's document into the words and the order of its form. */
final class ReadableDocument {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ReadableDocument() {}

    static List<DocumentSection> of(ChangeDocument document, Function<PersonId, String> name) {
        return List.of(
                what(document),
                why(document),
                risk(document),
                rollback(document),
                watching(document),
                origin(document, name));
    }

    private static DocumentSection what(ChangeDocument document) {
        return section(
                "What changes",
                line("title", "Title", document.title()),
                line("systems", "Systems", String.join(", ", document.systems())),
                line("kind", "Kind of change", words(document.kind())),
                line("environment", "Environment", words(document.environment())),
                line("repository", "Repository", document.repository()),
                line("commits", "Commits", String.join("\n", document.commits())),
                line("digest", "Artifact digest", document.digest()));
    }

    private static DocumentSection why(ChangeDocument document) {
        List<Line> lines = new ArrayList<>(List.of(line("why", "Why", document.why())));
        lines.add(line("steps", "Steps", steps(document.steps())));
        return section("Why and how", lines.toArray(Line[]::new));
    }

    private static DocumentSection risk(ChangeDocument document) {
        return section(
                "Risk",
                line("blastRadius", "Blast radius", words(document.blastRadius())),
                line("waves", "Waves", document.waves()),
                line("controlPlane", "Touches a control plane", yesNo(document.controlPlane())),
                line("dataMutation", "Mutates data", yesNo(document.dataMutation())),
                line("restoreProof", "Proof of restore", document.restoreProof()));
    }

    private static DocumentSection rollback(ChangeDocument document) {
        return section(
                "Rollback",
                line("rollbackHow", "How", document.rollbackHow()),
                line("rollbackMinutes", "Measured minutes", text(document.rollbackMinutes())),
                line("rollbackRehearsedOn", "Last rehearsed", text(document.rollbackRehearsedOn())));
    }

    private static DocumentSection watching(ChangeDocument document) {
        return section(
                "When and how it is watched",
                moment("windowStart", "Window from", document.windowStart()),
                moment("windowEnd", "Window until", document.windowEnd()),
                line("alarms", "Alarms watched", document.alarms()),
                line("bakeMinutes", "Bake time in minutes", text(document.bakeMinutes())));
    }

    private static DocumentSection origin(ChangeDocument document, Function<PersonId, String> name) {
        return section(
                "Who and what wrote it",
                line("aiInvolvement", "AI involvement", words(document.aiInvolvement())),
                line("aiTool", "AI tool", document.aiTool()),
                line("aiSources", "Knowledge sources", sources(document.aiSources())),
                line(
                        "coAuthors",
                        "Co-authors",
                        document.coAuthors().stream().map(name).collect(Collectors.joining(", "))));
    }

    private static DocumentSection section(String title, Line... lines) {
        return new DocumentSection(title, List.of(lines));
    }

    private static Line line(String field, String label, String value) {
        return new Line(field, label, value);
    }

    private static String steps(List<Step> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(index -> step(index + 1, steps.get(index)))
                .collect(Collectors.joining("\n"));
    }

    private static String step(int number, Step step) {
        return "%d. %s\n   Validated by: %s\n   Undone by: %s"
                .formatted(number, step.action(), orNothing(step.validation()), orNothing(step.undo()));
    }

    private static String sources(List<AiSource> sources) {
        return sources.stream()
                .map(source -> "%s, updated %s".formatted(source.name(), orNothing(text(source.updatedOn()))))
                .collect(Collectors.joining("\n"));
    }

    private static String orNothing(String text) {
        return text.isBlank() ? "–" : text;
    }

    private static String yesNo(boolean value) {
        return value ? "Yes" : "No";
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static Line moment(String field, String label, @Nullable Instant instant) {
        return new Line(field, label, instant == null ? "" : MOMENT.format(instant), instant);
    }

    private static String words(Enum<?> value) {
        String words = value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
