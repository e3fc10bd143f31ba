package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.DocumentField;
import dev.countersign.identity.Person;
import dev.countersign.identity.PresentRoles;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Refusal.Attempt;
import dev.countersign.reviews.ReviewThread.Mark;
import dev.countersign.reviews.ReviewThread.Remark;
import dev.countersign.spelling.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what people say in threads. Nothing is ever taken back, and what is sent twice is said once. */
@Component
public class Remarks {

    private static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final int MOST_IN_A_WHILE = 30;
    private static final int MOST_OF_A_CHANGE = 500;

    private final ThreadRows rows;
    private final Threads threads;
    private final Changes changes;
    private final PresentRoles roles;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Remarks(
            ThreadRows rows,
            Threads threads,
            Changes changes,
            PresentRoles roles,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.threads = threads;
        this.changes = changes;
        this.roles = roles;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a thread about the text as it is.
     *
     * @param read the hash of the revision that was read, as the page showed it
     * @param field what it is about; empty for the whole
     * @return its number
     */
    @Transactional
    public int open(ChangeId id, Person who, String read, Optional<DocumentField> field, String typed) {
        Change change = changes.lock(id);
        Person person = roles.of(who);
        Talk talk = threads.about(change, person);
        talk.toOpen().demand();
        String text = ThreadRules.text(typed);
        demandCurrent(change, read);
        return talk.all().stream()
                .filter(thread -> thread.revision() == change.revision().number()
                        && thread.field().equals(field)
                        && thread.opener().equals(person.id())
                        && thread.has(person.id(), text))
                .findFirst()
                .map(ReviewThread::number)
                .orElseGet(() -> open(change, person, talk, field, text));
    }

    /** Says something in a thread. */
    @Transactional
    public void reply(ChangeId id, int number, Person who, String typed) {
        Change change = changes.lock(id);
        Person person = roles.of(who);
        Talk talk = threads.about(change, person);
        ReviewThread thread = talk.whole(talk.get(number));
        talk.toReply(thread).demand();
        String text = ThreadRules.text(typed);
        if (!thread.has(person.id(), text)) {
            demandRoom(change, person, talk.all());
            write(change, thread, person, text);
        }
    }

    /**
     * Says that a thread is resolved, or that it is not after all.
     *
     * @param turn which mark of the thread this is to be, as the page showed it
     */
    @Transactional
    public void mark(ChangeId id, int number, Person who, boolean resolved, int turn) {
        Change change = changes.lock(id);
        Person person = roles.of(who);
        Talk talk = threads.about(change, person);
        ReviewThread thread = talk.whole(talk.get(number));
        Permission permission = resolved ? talk.toResolve(thread) : talk.toReopen(thread);
        permission.demand();
        if (thread.turn() != turn) {
            throw ThreadRules.moved(resolved ? "resolve" : "reopen", change, thread, "somebody else was faster");
        }
        rows.add(thread, new Mark(turn, change.revision().number(), person.id(), resolved, clock.instant()));
        String how = resolved ? "resolved" : "reopened";
        events.publishEvent(new ThreadEvent.Marked(
                id, person.id().value(), change.systems(), number, turn, talk.isApart(thread) ? "marked" : how));
    }

    private int open(Change change, Person person, Talk talk, Optional<DocumentField> field, String text) {
        demandRoom(change, person, talk.all());
        ReviewThread opened = new ReviewThread(
                change.id(),
                talk.all().size() + 1,
                change.revision().number(),
                field,
                person.id(),
                talk.couldReview(),
                clock.instant(),
                List.of(),
                List.of());
        rows.open(opened, change.revision());
        write(change, opened, person, text);
        return opened.number();
    }

    private void write(Change change, ReviewThread thread, Person person, String text) {
        Instant now = clock.instant();
        Remark remark =
                new Remark(thread.remarks().size() + 1, change.revision().number(), person.id(), text, now);
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        rows.add(thread, remark, salt);
        events.publishEvent(new ThreadEvent.Written(
                change.id(),
                person.id().value(),
                change.systems(),
                thread.number(),
                remark.number(),
                remark.revision(),
                hash(salt, text)));
    }

    private void demandRoom(Change change, Person person, List<ReviewThread> all) {
        if (rows.writtenSince(person.id(), clock.instant().minus(A_WHILE)) >= MOST_IN_A_WHILE) {
            throw full().because("you have written %d remarks in ten minutes", MOST_IN_A_WHILE)
                    .instead("Wait a few minutes, and say in one remark what belongs together.");
        }
        if (all.stream().mapToInt(thread -> thread.remarks().size()).sum() >= MOST_OF_A_CHANGE) {
            throw full().because("%s already has %d remarks", change.id(), MOST_OF_A_CHANGE)
                    .instead("Talk to its authors, and let them amend it.");
        }
    }

    private static Attempt full() {
        return Refusal.conflict("reviews.too-many-remarks").cannot("send this remark");
    }

    private static void demandCurrent(Change change, String read) {
        if (!change.revision().hash().equals(read)) {
            throw Refusal.conflict("reviews.stale-revision")
                    .cannot("open a thread about %s", change.id())
                    .because("it was edited after you opened it")
                    .instead(
                            "Read revision %d and send it again. What you wrote is still here.",
                            change.revision().number());
        }
    }

    private static String hash(byte[] salt, String text) {
        MessageDigest sha256 = Sha256.begun();
        sha256.update(salt);
        return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
