package dev.countersign.reviews.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.Revision;
import dev.countersign.changes.Revisions;
import dev.countersign.changes.web.ChangeReading;
import dev.countersign.changes.web.DocumentDiff;
import dev.countersign.identity.People;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Refusal;
import dev.countersign.reviews.ReviewThread;
import dev.countersign.reviews.ReviewThread.Mark;
import dev.countersign.reviews.ReviewThread.Remark;
import dev.countersign.reviews.Talk;
import dev.countersign.spelling.Markdown;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts threads into what a page shows: who said what when, what was edited since, and what the reader may add. */
@Component
class ThreadSheet {

    /**
     * Some threads of a change, and the form that opens another.
     *
     * @param hash of the text that a new one is about
     * @param whyNot why the reader may not open one; null if they may
     * @param apart whether what they open is hidden from others until the verdicts are in
     */
    record Sheet(
            String change,
            String hash,
            List<Shown> threads,
            @Nullable Refusal whyNot,
            boolean apart) {}

    /**
     * One thread.
     *
     * @param kept whether others than its opener and the authors do not see all of it yet
     * @param edited whether its field, or for the whole anything, reads differently now
     * @param diff what its field was and is; null if it has none or that is not edited
     * @param why why the reader may not reply; null if they may
     * @param turn what the next mark counts
     */
    record Shown(
            int number,
            String about,
            int revision,
            String opener,
            boolean resolved,
            boolean kept,
            boolean edited,
            @Nullable DocumentDiff diff,
            List<Line> lines,
            int remarks,
            @Nullable Refusal why,
            boolean mayResolve,
            boolean mayReopen,
            int turn) {}

    /** A remark, or a mark if it has no number: then the words are ours. */
    record Line(int number, String person, Instant at, String html, String words) {}

    private final Revisions revisions;
    private final ChangeReading reading;
    private final People people;

    ThreadSheet(Revisions revisions, ChangeReading reading, People people) {
        this.revisions = revisions;
        this.reading = reading;
        this.people = people;
    }

    Sheet of(Change change, Talk talk, List<ReviewThread> some) {
        List<Revision> texts = revisions.of(change.id());
        Function<PersonId, String> name =
                people.names(some.stream().flatMap(ThreadSheet::involved).collect(Collectors.toSet()));
        return new Sheet(
                change.id().value(),
                change.current().map(Revision::hash).orElse(""),
                some.stream().map(thread -> shown(thread, talk, texts, name)).toList(),
                refusal(talk.toOpen()).orElse(null),
                talk.speaksApart());
    }

    private Shown shown(ReviewThread thread, Talk talk, List<Revision> texts, Function<PersonId, String> name) {
        Revision then = texts.get(thread.revision() - 1);
        Optional<DocumentDiff> diff = thread.field().flatMap(field -> reading.edited(then, texts.getLast(), field));
        return new Shown(
                thread.number(),
                about(thread),
                thread.revision(),
                name.apply(thread.opener()),
                thread.isResolved(),
                talk.isKept(thread),
                diff.isPresent() || thread.field().isEmpty() && thread.revision() < texts.size(),
                diff.orElse(null),
                lines(thread, name),
                thread.remarks().size(),
                refusal(talk.toReply(thread)).orElse(null),
                talk.toResolve(thread).granted(),
                talk.toReopen(thread).granted(),
                thread.turn());
    }

    private static List<Line> lines(ReviewThread thread, Function<PersonId, String> name) {
        return Stream.concat(
                        thread.remarks().stream().map(remark -> line(remark, name)),
                        thread.marks().stream().map(mark -> line(mark, name)))
                .sorted(Comparator.comparing(Line::at))
                .toList();
    }

    private static Line line(Remark remark, Function<PersonId, String> name) {
        return new Line(remark.number(), name.apply(remark.by()), remark.at(), Markdown.html(remark.text()), "");
    }

    private static Line line(Mark mark, Function<PersonId, String> name) {
        return new Line(0, name.apply(mark.by()), mark.at(), "", mark.resolved() ? "resolved it" : "reopened it");
    }

    private static Stream<PersonId> involved(ReviewThread thread) {
        return Stream.of(
                        Stream.of(thread.opener()),
                        thread.remarks().stream().map(Remark::by),
                        thread.marks().stream().map(Mark::by))
                .flatMap(each -> each);
    }

    private static Optional<Refusal> refusal(Permission permission) {
        return permission instanceof Denied(Refusal refusal) ? Optional.of(refusal) : Optional.empty();
    }

    private static String about(ReviewThread thread) {
        return thread.field().map(field -> field.label()).orElse("the whole");
    }
}
