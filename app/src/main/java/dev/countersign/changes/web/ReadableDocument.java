package dev.countersign.changes.web;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeDocument.AiInvolvement;
import dev.countersign.changes.ChangeDocument.AiSource;
import dev.countersign.changes.ChangeDocument.Step;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.web.DocumentSection.Line;
import dev.countersign.identity.PersonId;
import dev.countersign.moments.MomentWords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts a change's document into the words and the order of its form. */
final class ReadableDocument {

    private ReadableDocument() {}

    static List<DocumentSection> of(ChangeDocument document, DocumentNames names) {
        return List.of(
                why(document),
                what(document, names.system()),
                risk(document),
                rollback(document),
                watching(document),
                origin(document, names.person()));
    }

    /** The same with links to its code. */
    static List<DocumentSection> linked(ChangeDocument document, List<DocumentSection> sections, CodeLinks links) {
        return sections.stream()
                .map(section -> new DocumentSection(
                        section.title(),
                        section.wide(),
                        section.lines().stream()
                                .map(line -> line.leadingTo(links(line, document, links)))
                                .toList()))
                .toList();
    }

    private static List<Linked> links(Line line, ChangeDocument document, CodeLinks links) {
        if (line.field() == DocumentField.REPOSITORY) {
            return List.of(new Linked(line.value(), links.repository(document).orElse(null)));
        }
        if (line.field() == DocumentField.LINKS) {
            return links.own(document);
        }
        return line.field() == DocumentField.COMMITS
                ? document.commits().stream()
                        .map(commit -> new Linked(
                                commit, links.commit(document, commit).orElse(null)))
                        .toList()
                : List.of();
    }

    private static DocumentSection what(ChangeDocument document, UnaryOperator<String> system) {
        return section(
                "What changes",
                line(DocumentField.TITLE, document.title()),
                line(
                        DocumentField.SYSTEMS,
                        document.systems().stream().map(system).collect(Collectors.joining(", "))),
                line(DocumentField.KIND, words(document.kind())),
                line(DocumentField.ENVIRONMENT, words(document.environment())),
                line(DocumentField.REPOSITORY, document.repository()),
                line(DocumentField.COMMITS, String.join("\n", document.commits())),
                line(DocumentField.DIGEST, document.digest()),
                line(DocumentField.LINKS, text(document.links())));
    }

    private static DocumentSection why(ChangeDocument document) {
        return new DocumentSection(
                "Why and how",
                true,
                List.of(line(DocumentField.WHY, document.why()), line(DocumentField.STEPS, steps(document.steps()))));
    }

    private static DocumentSection risk(ChangeDocument document) {
        return section(
                "Risk",
                line(DocumentField.BLAST_RADIUS, words(document.blastRadius())),
                line(DocumentField.WAVES, document.waves()),
                line(DocumentField.CONTROL_PLANE, yesNo(document.controlPlane())),
                line(DocumentField.DATA_MUTATION, yesNo(document.dataMutation())),
                line(DocumentField.RESTORE_PROOF, document.restoreProof()));
    }

    private static DocumentSection rollback(ChangeDocument document) {
        return section(
                "Rollback",
                line(DocumentField.ROLLBACK_HOW, document.rollbackHow()),
                line(DocumentField.ROLLBACK_MINUTES, text(document.rollbackMinutes())),
                line(DocumentField.ROLLBACK_REHEARSED_ON, day(document.rollbackRehearsedOn())));
    }

    private static DocumentSection watching(ChangeDocument document) {
        return section(
                "When and how it is watched",
                moment(DocumentField.WINDOW_START, document.windowStart()),
                moment(DocumentField.WINDOW_END, document.windowEnd()),
                line(DocumentField.ALARMS, document.alarms()),
                line(DocumentField.BAKE_MINUTES, text(document.bakeMinutes())));
    }

    private static DocumentSection origin(ChangeDocument document, Function<PersonId, String> name) {
        return section(
                "Who and what wrote it",
                line(DocumentField.AI_INVOLVEMENT, words(document.aiInvolvement())),
                line(DocumentField.AI_TOOL, document.aiTool()),
                line(DocumentField.AI_SOURCES, sources(document.aiSources())),
                line(DocumentField.OPERATOR, operator(document, name)),
                line(
                        DocumentField.CO_AUTHORS,
                        document.coAuthors().stream().map(name).collect(Collectors.joining(", "))));
    }

    private static DocumentSection section(String title, Line... lines) {
        return new DocumentSection(title, false, List.of(lines));
    }

    private static Line line(DocumentField field, String value) {
        return new Line(field, value);
    }

    private static String steps(List<Step> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(index -> step(index + 1, steps.get(index)))
                .collect(Collectors.joining("\n"));
    }

    private static String step(int number, Step step) {
        String mark = number + ". ";
        String all = "%s\nValidated by: %s\nUndone by: %s"
                .formatted(step.action(), orNothing(step.validation()), orNothing(step.undo()));
        return mark + all.indent(mark.length()).strip();
    }

    private static String operator(ChangeDocument document, Function<PersonId, String> name) {
        if (document.aiInvolvement() == AiInvolvement.NONE) {
            return "";
        }
        return document.operator() == null ? "Whoever submitted it" : name.apply(document.operator());
    }

    private static String sources(List<AiSource> sources) {
        return sources.stream()
                .map(source -> "%s, updated %s".formatted(source.name(), orNothing(day(source.updatedOn()))))
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

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : MomentWords.day(day);
    }

    private static Line moment(DocumentField field, @Nullable Instant instant) {
        return new Line(field, instant == null ? "" : instant.toString(), instant);
    }

    private static String words(Enum<?> value) {
        String words = inSentence(value);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String inSentence(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
