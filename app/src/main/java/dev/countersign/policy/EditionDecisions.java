package dev.countersign.policy;

import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Deed;
import dev.countersign.identity.Person;
import dev.countersign.identity.PresentRoles;
import dev.countersign.identity.StepUps;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What leaders say of a proposed edition: the second yes puts it in force, one no sends it back. */
@Service
public class EditionDecisions {

    private final PolicyDraftRows rows;
    private final PolicyDraftLedger ledger;
    private final Inbox inbox;
    private final PresentRoles roles;
    private final StepUps stepUps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EditionDecisions(
            PolicyDraftRows rows,
            PolicyDraftLedger ledger,
            Inbox inbox,
            PresentRoles roles,
            StepUps stepUps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.inbox = inbox;
        this.roles = roles;
        this.stepUps = stepUps;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a leader's decision.
     *
     * @param round which proposal of the draft they read
     */
    @Transactional
    public Edition decide(PolicyDraftId id, int round, Person by, boolean approve, String words) {
        PolicyDraft draft = rows.lock(id);
        draft.toDecide(roles.of(by)).demand();
        Edition edition = draft.edition().orElseThrow();
        demandRead(draft, edition, round);
        demandReason(draft, approve, words);
        stepUps.spend(by, Deed.about(matter(id, round), edition.base(), approve, words.strip()));
        EditionVote vote = new EditionVote(edition.freeSeats().getFirst(), by.id(), approve, words.strip(), now());
        ledger.vote(id, round, vote);
        Edition decided = edition.with(vote);
        events.publishEvent(event(id, decided, vote));
        inbox.open(id.value()).stream()
                .filter(task -> !approve || isOf(task, vote))
                .forEach(task -> inbox.complete(task, new Nothing()));
        return decided;
    }

    /** What a leader decides on, as it is signed. */
    public static String matter(PolicyDraftId id, int round) {
        return "proposal %d of %s".formatted(round, id);
    }

    private static boolean isOf(UserTask task, EditionVote vote) {
        return task.item().equals(Integer.toString(vote.seat()));
    }

    private static PolicyEvent event(PolicyDraftId id, Edition decided, EditionVote vote) {
        String actor = vote.by().value();
        if (!vote.approved()) {
            return new PolicyEvent.Declined(id, actor, decided.round(), vote.words());
        }
        return decided.inForceFrom()
                .<PolicyEvent>map(
                        from -> new PolicyEvent.Decided(id, actor, decided.round(), decided.base(), from, vote.words()))
                .orElseGet(() -> new PolicyEvent.Approved(id, actor, decided.round(), vote.seat(), vote.words()));
    }

    static void demandRead(PolicyDraft draft, Edition edition, int round) {
        if (edition.round() != round) {
            throw Refusal.conflict("policy.stale-edition")
                    .cannot("decide proposal %d of draft %s", round, draft.id())
                    .because("proposal %d has taken its place", edition.round())
                    .instead("Read what is proposed now, and decide that.");
        }
    }

    private static void demandReason(PolicyDraft draft, boolean approve, String words) {
        if (!approve && words.isBlank()) {
            throw Refusal.invalid("policy.reason-missing")
                    .cannot("decline draft %s without a reason", draft.id())
                    .because("those who wrote it must know why")
                    .instead("Say in a sentence what has to change.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Camunda is told that something happened, never what was decided. */
    record Nothing() {}
}
