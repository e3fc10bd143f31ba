package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.Duty;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Refusal.Attempt;
import dev.countersign.spelling.PlainText;
import java.util.Optional;

/** Who may say what in which thread; who may read the change at all is asked before. */
final class ThreadRules {

    static final int LONGEST = 10_000;

    private ThreadRules() {}

    /** Whether somebody's opinion is one that a reviewer must not hear before everybody has spoken. */
    static boolean couldReview(Person person, Optional<Duty> duty) {
        return duty.map(has -> has == Duty.REVIEWER).orElse(person.has(Role.REVIEWER));
    }

    static Permission toOpen(Change change, Person person) {
        return Permission.grantedIf(
                        person.roles().stream().anyMatch(role -> role != Role.GATE && role != Role.AUDITOR),
                        () -> denied("write about %s", change.id())
                                .because("%s can only read here", person.id())
                                .instead("Ask somebody who works on changes."))
                .and(() -> Permission.grantedIf(
                        change.current().isPresent(),
                        () -> Refusal.conflict("reviews.no-text")
                                .cannot("write about %s", change.id())
                                .because("it was never submitted")
                                .instead("There is nothing to do.")));
    }

    /** While a review runs, those who could review speak in threads of their own, and nobody joins these but the authors. */
    static Permission toReply(
            Change change, ReviewThread thread, BlindThreads blind, Person person, Optional<Duty> duty) {
        boolean party = blind.isParty(thread, person.id());
        boolean apart = blind.running() && couldReview(person, duty);
        boolean kept = thread.blind() && (blind.running() || blind.isKept(thread));
        return toOpen(change, person)
                .and(() -> Permission.grantedIf(
                        party || !apart && !kept,
                        () -> denied("write in thread %d of %s", thread.number(), change.id())
                                .because("its reviewers must not hear of each other before all of them have decided")
                                .instead("Open a thread of your own, or wait for the verdicts.")));
    }

    static Permission toResolve(Change change, ReviewThread thread, BlindThreads blind, Person person) {
        return toOpen(change, person)
                .and(() -> Permission.grantedIf(
                        blind.isParty(thread, person.id()),
                        () -> denied("resolve thread %d of %s", thread.number(), change.id())
                                .because("%s neither opened it nor wrote the change", person.id())
                                .instead("Ask one of its authors.")))
                .and(() -> Permission.grantedIf(
                        !thread.isResolved(), () -> moved("resolve", change, thread, "it is already resolved")));
    }

    static Permission toReopen(
            Change change, ReviewThread thread, BlindThreads blind, Person person, Optional<Duty> duty) {
        return toReply(change, thread, blind, person, duty)
                .and(() -> Permission.grantedIf(
                        thread.isResolved(), () -> moved("reopen", change, thread, "it is already open")));
    }

    /** What was typed, as it is kept. */
    static String text(String typed) {
        String text = PlainText.of(typed).strip();
        if (text.isEmpty()) {
            throw Refusal.invalid("reviews.remark-empty")
                    .cannot("send this remark")
                    .because("it is empty")
                    .instead("Write a sentence and send it again.");
        }
        if (text.length() > LONGEST) {
            throw Refusal.invalid("reviews.remark-unkeepable")
                    .cannot("send this remark")
                    .because("it has %,d characters, and a remark has at most %,d", text.length(), LONGEST)
                    .instead("Shorten it, or put the long part where it can be linked.");
        }
        return text;
    }

    static Refusal moved(String verb, Change change, ReviewThread thread, String fact) {
        return Refusal.conflict("reviews.thread-moved")
                .cannot("%s thread %d of %s", verb, thread.number(), change.id())
                .because(fact)
                .instead("Reload the page to see how it stands.");
    }

    private static Attempt denied(String attempt, Object... arguments) {
        return Refusal.forbidden("reviews.thread-not-permitted").cannot(attempt, arguments);
    }
}
