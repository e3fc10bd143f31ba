package dev.countersign.policy;

import dev.countersign.engine.Command.PublishMessage;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.Outbox;
import dev.countersign.engine.Runs;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Deed;
import dev.countersign.identity.Person;
import dev.countersign.identity.PresentRoles;
import dev.countersign.identity.StepUps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All addenda: read them, propose one, and say yes or no as a second person. */
@Service
public class Addenda {

    /** Long enough for a broker that is away; the correlation fits one wait only, so a late message harms nothing. */
    private static final Duration MESSAGE_LIVES = Duration.ofHours(1);

    private final AddendumRows rows;
    private final AddendumLedger ledger;
    private final AddendumPlan plan;
    private final Permanence permanence;
    private final Runs runs;
    private final Inbox inbox;
    private final Outbox outbox;
    private final PresentRoles roles;
    private final StepUps stepUps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Addenda(
            AddendumRows rows,
            AddendumLedger ledger,
            AddendumPlan plan,
            Permanence permanence,
            Runs runs,
            Inbox inbox,
            Outbox outbox,
            PresentRoles roles,
            StepUps stepUps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.plan = plan;
        this.permanence = permanence;
        this.runs = runs;
        this.inbox = inbox;
        this.outbox = outbox;
        this.roles = roles;
        this.stepUps = stepUps;
        this.events = events;
        this.clock = clock;
    }

    public Addendum get(AddendumId id) {
        return rows.find(id).orElseThrow(() -> AddendumId.unknown(id.value()));
    }

    /** By the data at this moment. */
    public List<Addendum> inForce() {
        return rows.inForce(now());
    }

    /** The newest first, those proposed before the given one. */
    public List<Addendum> page(Optional<AddendumId> before, int most) {
        return rows.page(before, most);
    }

    /** Those that leaders are deciding, or that are not over: few, however many there ever were. */
    public List<Addendum> unsettled(Instant now) {
        return rows.unsettled(now);
    }

    @Transactional
    public Addendum propose(Proposal proposal, Person by) {
        Addendum addendum = Addendum.propose(rows.nextId(), proposal, roles.of(by), now());
        ledger.propose(addendum);
        events.publishEvent(new AddendumEvent.Proposed(
                addendum.id(),
                by.id().value(),
                addendum.title(),
                addendum.reason(),
                addendum.days(),
                addendum.scope(),
                addendum.startsOn()));
        runs.start(plan, addendum.id().value());
        return addendum;
    }

    @Transactional
    public Addendum decide(AddendumId id, Person by, boolean approve, String words) {
        Addendum decided = rows.lock(id).decide(roles.of(by), approve, words, now());
        stepUps.spend(by, Deed.about("addendum " + id, approve, words.strip()));
        Decision said = decided.decision().orElseThrow();
        ledger.decide(id, said);
        events.publishEvent(
                approve
                        ? new AddendumEvent.Approved(
                                id,
                                by.id().value(),
                                said.words(),
                                decided.startsAt().orElseThrow(),
                                decided.endsAt().orElseThrow())
                        : new AddendumEvent.Declined(id, by.id().value(), said.words()));
        answered(id, AddendumPlan.APPROVE_ADDENDUM);
        return decided;
    }

    /** Asks to move its end: to the given moment, or to now. */
    @Transactional
    public Addendum amend(AddendumId id, Optional<Instant> newEnd, String reason, Person by) {
        Addendum amended = rows.lock(id).amend(rows.nextAmendment(id), newEnd, reason, roles.of(by), now());
        Amendment asked = amended.amendment().orElseThrow();
        ledger.propose(id, asked);
        events.publishEvent(new AddendumEvent.AmendmentProposed(
                id, by.id().value(), asked.number(), asked.endsAt(), asked.reason()));
        Optional<UserTask> asking = inbox.open(id.value(), AddendumPlan.DECIDE_ADDENDUM);
        asking.ifPresent(task -> inbox.complete(task, new Nothing()));
        rows.waitId(id)
                .filter(_ -> asking.isEmpty())
                .ifPresent(wait -> outbox.send(
                        new PublishMessage(id.value(), "amendment-proposed", wait, MESSAGE_LIVES, new Nothing())));
        return amended;
    }

    @Transactional
    public Addendum decideAmendment(AddendumId id, int number, Person by, boolean approve, String words) {
        Instant now = now();
        Addendum before = rows.lock(id);
        Addendum moved = before.decideAmendment(number, roles.of(by), approve, words, now);
        stepUps.spend(by, Deed.about("amendment %d of %s".formatted(number, id), approve, words.strip()));
        Decision said = new Decision(by.id(), approve, words.strip(), now);
        if (moved.amendment().isPresent()) {
            ledger.second(id, number, said);
            events.publishEvent(new AddendumEvent.AmendmentSeconded(id, by.id().value(), number, said.words()));
            return moved;
        }
        if (AddendumRules.demandOpen(before, number).approval().isPresent()) {
            ledger.countersign(id, number, said);
        } else {
            ledger.decide(id, number, said);
        }
        events.publishEvent(settled(moved, number, said));
        answered(id, AddendumPlan.APPROVE_AMENDMENT);
        moved.closedAt().ifPresent(at -> ledger.close(id, at));
        return moved;
    }

    /** Says what comes after an end that is near; to extend it is to {@link #amend} it. */
    @Transactional
    public Choice choose(AddendumId id, Choice.Kind kind, Person by, String words) {
        Addendum addendum = rows.lock(id);
        Choice said = addendum.choose(kind, roles.of(by), words, now());
        Choice choice = switch (kind) {
            case LET_EXPIRE -> said;
            case MAKE_PERMANENT -> said.in(permanence.draft(addendum, by));
        };
        Instant end = addendum.endsAt().orElseThrow();
        ledger.choose(id, end, choice);
        events.publishEvent(new AddendumEvent.Chosen(id, by.id().value(), kind, choice.words(), end, choice.draft()));
        answered(id, AddendumPlan.DECIDE_ADDENDUM);
        return choice;
    }

    private static AddendumEvent settled(Addendum moved, int number, Decision said) {
        return said.approved()
                ? new AddendumEvent.AmendmentApproved(
                        moved.id(),
                        said.by().value(),
                        number,
                        moved.endsAt().orElseThrow(),
                        moved.end().early(),
                        said.words())
                : new AddendumEvent.AmendmentDeclined(moved.id(), said.by().value(), number, said.words());
    }

    /** As fine as PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The plan may not have asked yet; then it finds the answer when it does. */
    private void answered(AddendumId id, String element) {
        inbox.open(id.value(), element).ifPresent(task -> inbox.complete(task, new Nothing()));
    }

    /** Camunda is told that something happened, never what was decided. */
    record Nothing() {}
}
