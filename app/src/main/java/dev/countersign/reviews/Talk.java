package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.Duty;
import dev.countersign.identity.Person;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import java.util.List;
import java.util.Optional;

/** The threads of one change as one reader may know of them, and what they may add. */
public final class Talk {

    private final Change change;
    private final Person reader;
    private final Optional<Duty> duty;
    private final BlindThreads blind;
    private final List<ReviewThread> all;
    private final List<ReviewThread> seen;

    Talk(Change change, Person reader, Optional<Duty> duty, BlindThreads blind, List<ReviewThread> all) {
        this.change = change;
        this.reader = reader;
        this.duty = duty;
        this.blind = blind;
        this.all = List.copyOf(all);
        this.seen = all.stream()
                .flatMap(thread -> blind.seenBy(thread, reader.id()).stream())
                .toList();
    }

    /** Oldest first. */
    public List<ReviewThread> threads() {
        return seen;
    }

    public List<ReviewThread> open() {
        return seen.stream().filter(thread -> !thread.isResolved()).toList();
    }

    public ReviewThread get(int number) {
        return find(seen, number).orElseThrow(() -> unknown(number));
    }

    public Permission toOpen() {
        return ThreadRules.toOpen(change, reader);
    }

    public Permission toReply(ReviewThread thread) {
        return ThreadRules.toReply(change, whole(thread), blind, reader, duty);
    }

    public Permission toResolve(ReviewThread thread) {
        return ThreadRules.toResolve(change, whole(thread), blind, reader);
    }

    public Permission toReopen(ReviewThread thread) {
        return ThreadRules.toReopen(change, whole(thread), blind, reader, duty);
    }

    /** Whether others than its opener and the change's authors do not see all of it yet. */
    public boolean isKept(ReviewThread thread) {
        return blind.isKept(whole(thread));
    }

    /** Whether a thread that the reader opens now is one between them and the change's authors until the verdicts are in. */
    public boolean speaksApart() {
        return blind.running() && couldReview();
    }

    boolean couldReview() {
        return ThreadRules.couldReview(reader, duty);
    }

    boolean isApart(ReviewThread thread) {
        return thread.blind() && blind.running();
    }

    /** With what the reader does not know of; they have to know of the thread. */
    ReviewThread whole(ReviewThread thread) {
        return find(all, thread.number()).orElseThrow(() -> unknown(thread.number()));
    }

    List<ReviewThread> all() {
        return all;
    }

    private static Optional<ReviewThread> find(List<ReviewThread> threads, int number) {
        return threads.stream().filter(thread -> thread.number() == number).findFirst();
    }

    private Refusal unknown(int number) {
        return Refusal.notFound("reviews.no-such-thread")
                .expectedTo("find thread %d of %s", number, change.id())
                .because("%s has no thread %d that you can see", change.id(), number)
                .instead("Open the change. Its threads stand beside its text.");
    }
}
