package dev.countersign.reviews.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePanel;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.reviews.ReviewThread;
import dev.countersign.reviews.Talk;
import dev.countersign.reviews.Threads;
import dev.countersign.spelling.Excerpt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Lists on a change's page the threads that nobody has resolved, whatever they are about. */
@Component
class ThreadsPanel implements ChangePanel {

    private static final int MOST = 20;
    private static final int LONGEST = 160;

    /** What the panel says. */
    record Shown(String change, int all, int open, List<Line> lines, boolean mayOpen) {}

    /** One open thread, with how it begins. */
    record Line(int number, String about, String person, String begins, int remarks, Instant at) {}

    private final Threads threads;
    private final People people;

    ThreadsPanel(Threads threads, People people) {
        this.threads = threads;
        this.people = people;
    }

    /** Before the verdicts: it is something that an author has to answer. */
    @Override
    public Place place() {
        return Place.CONVERSATION;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String fragment() {
        return "reviews/talk :: panel";
    }

    @Override
    public Optional<Object> content(Change change, Person reader) {
        Talk talk = threads.about(change, reader);
        boolean mayOpen = talk.toOpen().granted();
        if (talk.threads().isEmpty() && !mayOpen) {
            return Optional.empty();
        }
        List<ReviewThread> open = talk.open();
        Function<PersonId, String> name =
                people.names(open.stream().map(ReviewThread::opener).toList());
        return Optional.of(new Shown(
                change.id().value(),
                talk.threads().size(),
                open.size(),
                open.stream().limit(MOST).map(thread -> line(thread, name)).toList(),
                mayOpen));
    }

    private static Line line(ReviewThread thread, Function<PersonId, String> name) {
        return new Line(
                thread.number(),
                about(thread),
                name.apply(thread.opener()),
                beginning(thread.remarks().getFirst().text()),
                thread.remarks().size(),
                thread.remarks().getLast().at());
    }

    static String about(ReviewThread thread) {
        return thread.field().map(field -> field.label()).orElse("the whole");
    }

    private static String beginning(String text) {
        return Excerpt.of(HiddenCharacters.shown(text).replaceAll("\\s+", " "), LONGEST);
    }
}
