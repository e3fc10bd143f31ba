package dev.countersign.reviews;

import dev.countersign.changes.Authors;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Duty;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Signature;
import dev.countersign.identity.Signatures;
import dev.countersign.refusals.Words;
import dev.countersign.spelling.Markdown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was said of a change, as far as a reader may know, in the words of its page. */
@Component
class VerdictLines {

    /**
     * One verdict as it is read.
     *
     * @param counts whether it is about what the change says now
     * @param wrote what makes its person an author, so that the gate does not count it; empty if nothing does
     */
    record Line(
            String person,
            String duty,
            int revision,
            String answer,
            String tone,
            String icon,
            String comment,
            boolean counts,
            String wrote,
            Care care,
            List<String> ties,
            @Nullable Signature signature,
            Instant at) {

        /** The comment, written in Markdown, as a page shows it. */
        public String html() {
            return Markdown.html(comment);
        }

        /** The same of what they imagined. */
        public String preMortem() {
            return Markdown.html(care.preMortem());
        }

        /** The questions that were not affirmed. */
        public List<String> open() {
            return care.checklist().stream()
                    .filter(each -> !each.affirmed())
                    .map(Care.Affirmation::question)
                    .toList();
        }
    }

    private final Verdicts verdicts;
    private final Cares cares;
    private final Relations relations;
    private final Authors authors;
    private final Signatures signatures;
    private final People people;

    VerdictLines(
            Verdicts verdicts,
            Cares cares,
            Relations relations,
            Authors authors,
            Signatures signatures,
            People people) {
        this.verdicts = verdicts;
        this.cares = cares;
        this.relations = relations;
        this.authors = authors;
        this.signatures = signatures;
        this.people = people;
    }

    /** Oldest first. */
    List<Line> of(Change change, Person reader) {
        List<Verdict> given = verdicts.visibleTo(change, reader);
        Function<PersonId, String> names =
                people.names(given.stream().flatMap(Verdict::voices).toList());
        List<Verdict> counting = change.current().map(verdicts::countingFor).orElse(List.of());
        return given.stream()
                .map(verdict -> line(verdict, names, counting.contains(verdict)))
                .toList();
    }

    private Line line(Verdict verdict, Function<PersonId, String> names, boolean counts) {
        String name = names.apply(verdict.person());
        String tone = switch (verdict.answer()) {
            case APPROVE -> "good";
            case ASK_FOR_CHANGES -> "warn";
            case REJECT -> "bad";
            case ABSTAIN -> "";
        };
        String icon = switch (verdict.answer()) {
            case APPROVE -> "circle-check";
            case ASK_FOR_CHANGES -> "undo-2";
            case REJECT -> "circle-x";
            case ABSTAIN -> "minus";
        };
        return new Line(
                name,
                duty(verdict.duty())
                        + verdict.onBehalfOf()
                                .map(absent -> " for " + names.apply(absent))
                                .orElse(""),
                verdict.revision(),
                verdict.answer().pastTense(),
                tone,
                icon,
                verdict.comment(),
                counts,
                counts && verdict.approves() ? wrote(verdict, names) : "",
                cares.of(verdict.change(), verdict.revision(), verdict.person()).orElse(Care.UNKNOWN),
                ties(verdict),
                signature(verdict),
                verdict.at());
    }

    /** The author whom they are tied to need not have spoken. */
    private List<String> ties(Verdict verdict) {
        List<Relation> all = relations.of(verdict);
        Function<PersonId, String> names =
                people.names(all.stream().map(Relation::author).distinct().toList());
        return all.stream().map(relation -> told(relation.fact(), names)).toList();
    }

    /** The gate does not count the approval of whoever turned out to be behind a commit. */
    private String wrote(Verdict verdict, Function<PersonId, String> names) {
        return verdict.voices()
                .flatMap(voice -> authors.of(verdict.change(), voice).stream())
                .findFirst()
                .map(author -> told(Words.of("%s %s", author.person(), author.fact()), names))
                .orElse("");
    }

    private static String told(Words words, Function<PersonId, String> names) {
        return words.text(People.namesFor(Optional.empty(), names));
    }

    /** Only leaders sign. */
    private @Nullable Signature signature(Verdict verdict) {
        return switch (verdict.duty()) {
            case DIRECTOR -> signature(verdict, ChangePlan.SIGN_OFF);
            case VP -> signature(verdict, ChangePlan.ESCALATION);
            case AUTHOR, KEY_HOLDER, REVIEWER -> null;
        };
    }

    private @Nullable Signature signature(Verdict verdict, String element) {
        return signatures.on(Seat.matter(element, verdict)).get(verdict.person());
    }

    private static String duty(Duty duty) {
        return switch (duty) {
            case AUTHOR -> "author";
            case KEY_HOLDER -> "key holder";
            case REVIEWER -> "reviewer";
            case DIRECTOR -> "director";
            case VP -> "VP";
        };
    }
}
