package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Deed;
import dev.countersign.identity.Person;
import dev.countersign.identity.StepUps;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims, releases and decisions. Each gathers once what is known, judges by that, and then writes. A decision, its effect
 * on the change, the record and the news are one transaction.
 */
@Component
public class Reviews {

    private final Inbox inbox;
    private final Changes changes;
    private final Sittings sittings;
    private final ClaimLedger claims;
    private final VerdictLedger ledger;
    private final Verdicts verdicts;
    private final Cares cares;
    private final Relations relations;
    private final StepUps stepUps;
    private final Conclusions conclusions;
    private final Clock clock;

    Reviews(
            Inbox inbox,
            Changes changes,
            Sittings sittings,
            ClaimLedger claims,
            VerdictLedger ledger,
            Verdicts verdicts,
            Cares cares,
            Relations relations,
            StepUps stepUps,
            Conclusions conclusions,
            Clock clock) {
        this.inbox = inbox;
        this.changes = changes;
        this.sittings = sittings;
        this.claims = claims;
        this.ledger = ledger;
        this.verdicts = verdicts;
        this.cares = cares;
        this.relations = relations;
        this.stepUps = stepUps;
        this.conclusions = conclusions;
        this.clock = clock;
    }

    /** The open task as a seat, to look at. */
    public Seat seat(long task) {
        UserTask open = inbox.get(task);
        return Seat.of(open, changes.get(new ChangeId(open.subject())));
    }

    /** Takes it, unless it is theirs already; says whether anything is different now. */
    @Transactional
    public boolean claim(long task, Person person) {
        Sitting sitting = sittings.locked(task, person);
        if (sitting.isHeld()) {
            sitting.toDecide().demand();
            return false;
        }
        sitting.toClaim().demand();
        if (!claims.claim(sitting)) {
            throw taken(sitting.seat());
        }
        return true;
    }

    /** Takes a task from who claimed it long ago, unless it is theirs already; it stays on the record who that was. */
    @Transactional
    public boolean takeOver(long task, Person person) {
        Sitting sitting = sittings.locked(task, person);
        if (sitting.isHeld()) {
            sitting.toDecide().demand();
            return false;
        }
        sitting.toTakeOver().demand();
        claims.takeOver(sitting, sitting.holder().orElseThrow());
        return true;
    }

    /** Gives it back, unless they have done so already; says whether anything is different now. */
    @Transactional
    public boolean release(long task, Person person) {
        Sitting sitting = sittings.locked(task, person);
        Permission permission = sitting.toRelease();
        if (!permission.granted() && claims.wasReleased(sitting)) {
            return false;
        }
        permission.demand();
        claims.release(sitting);
        return true;
    }

    /**
     * Takes somebody's decision about the revision that they read. Who abstains leaves the task to another.
     *
     * @param read the hash of that revision, as the page showed it
     */
    @Transactional
    public Change decide(long task, Person person, String read, Answer answer, String comment) {
        return decide(task, person, read, answer, comment, Care.UNKNOWN);
    }

    /** The same, with what is known of how they reached it. */
    @Transactional
    public Change decide(long task, Person person, String read, Answer answer, String comment, Care care) {
        return decide(sittings.locked(task, person), new Said(read, answer, comment, care));
    }

    private Change decide(Sitting sitting, Said said) {
        Verdict verdict = Verdict.of(sitting, said, clock.instant());
        List<Relation> ties = relations.toDeclare(verdict);
        VerdictRules.toSay(sitting, said, ties).demand();
        demandStepUp(sitting, verdict);
        ledger.write(sitting, verdict, said.care(), ties);
        return conclusions.of(sitting, verdict);
    }

    /** Leaders show once more that it is them; it is for this revision and for nothing else. */
    private void demandStepUp(Sitting sitting, Verdict verdict) {
        if (sitting.seat().isALeaders()) {
            String matter = Seat.matter(sitting.seat().task().element(), verdict);
            stepUps.spend(sitting.person(), Deed.about(matter, verdict.answer(), verdict.comment()));
        }
    }

    /** The approval that a person gave last in this duty and that does not count for the change as it is now. */
    public Optional<Verdict> voidApproval(Seat seat, Person person) {
        List<Verdict> theirs = verdicts.of(seat.change().id()).stream()
                .filter(given -> person.is(given.person()) && given.duty() == seat.duty())
                .toList();
        return Tally.voidApproval(theirs, verdicts.countingFor(seat.change().revision()));
    }

    /**
     * Approves the change as it is now, in the name of somebody who approved it as it was and has read what differs.
     *
     * @param read the hash of the revision as it is now, as the page showed it
     */
    @Transactional
    public Change reaffirm(long task, Person person, String read) {
        Sitting sitting = sittings.locked(task, person);
        sitting.toDecide().demand();
        Verdict given =
                voidApproval(sitting.seat(), person).orElseThrow(() -> nothingToReaffirm(sitting.seat(), person));
        String comment =
                "Re-affirms the approval of revision %d, having read what differs since.".formatted(given.revision());
        Care care = cares.of(given.change(), given.revision(), person.id()).orElse(Care.UNKNOWN);
        return decide(sitting, new Said(read, Answer.APPROVE, comment, care.ofAnotherText()));
    }

    private static Refusal nothingToReaffirm(Seat seat, Person person) {
        return Refusal.forbidden("reviews.nothing-to-reaffirm")
                .cannot("re-affirm an approval of %s", seat.change().id())
                .because("%s approved no earlier revision of it", person.id())
                .instead("Read it and decide.");
    }

    private static Refusal taken(Seat seat) {
        return Refusal.conflict("reviews.already-claimed")
                .cannot("claim the %s of %s", seat.words(), seat.change().id())
                .because("somebody else was faster")
                .instead("Take another one, or ask them to release it.");
    }
}
