package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePanel;
import dev.countersign.changes.Revision;
import dev.countersign.changes.Revisions;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.spelling.Markdown;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people said of a change and did with its text, in one row: revisions, verdicts and threads, oldest first. */
@Component
class ConversationPanel implements ChangePanel {

    /**
     * What the panel says.
     *
     * @param mayComment whether the reader may open a thread
     */
    record Shown(String change, List<Entry> entries, boolean mayComment) {}

    /** One of the three. */
    record Entry(
            Instant at,
            @Nullable Edit edit,
            VerdictLines.@Nullable Line verdict,
            @Nullable Opened thread) {}

    /** A revision that was handed in. */
    record Edit(int number, String by) {}

    /** A thread, by what it began with. */
    record Opened(int number, String about, String by, String html, int answers, boolean resolved) {}

    private final VerdictLines verdicts;
    private final Threads threads;
    private final Revisions revisions;
    private final People people;

    ConversationPanel(VerdictLines verdicts, Threads threads, Revisions revisions, People people) {
        this.verdicts = verdicts;
        this.threads = threads;
        this.revisions = revisions;
        this.people = people;
    }

    @Override
    public Place place() {
        return Place.CONVERSATION;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String fragment() {
        return "reviews/conversation :: panel";
    }

    @Override
    public Optional<Object> content(Change change, Person reader) {
        List<Revision> texts = revisions.of(change.id());
        Talk talk = threads.about(change, reader);
        Function<PersonId, String> name = people.names(Stream.concat(
                        texts.stream().map(Revision::by),
                        talk.threads().stream().map(ReviewThread::opener))
                .distinct()
                .toList());
        List<Entry> entries = Stream.of(
                        texts.stream().map(text -> edit(text, name)),
                        verdicts.of(change, reader).stream().map(line -> new Entry(line.at(), null, line, null)),
                        talk.threads().stream().map(thread -> thread(thread, name)))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Entry::at))
                .toList();
        return Optional.of(new Shown(change.id().value(), entries, talk.toOpen().granted()));
    }

    private static Entry edit(Revision text, Function<PersonId, String> name) {
        return new Entry(text.at(), new Edit(text.number(), name.apply(text.by())), null, null);
    }

    private static Entry thread(ReviewThread thread, Function<PersonId, String> name) {
        return new Entry(
                thread.at(),
                null,
                null,
                new Opened(
                        thread.number(),
                        thread.field().map(field -> field.label()).orElse("the whole"),
                        name.apply(thread.opener()),
                        Markdown.html(thread.remarks().getFirst().text()),
                        thread.remarks().size() - 1,
                        thread.isResolved()));
    }
}
