package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeFlow;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Duties;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Deed;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.PresentRoles;
import dev.countersign.identity.StepUps;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims, releases and decisions. A decision, its effect on the change, the record and the news are one transaction. */
@Component
public class Reviews {

    private final Inbox inbox;
    private final Changes changes;
    private final ChangeFlow flow;
    private final Duties duties;
    private final Claims claims;
    private final Verdicts verdicts;
    private final Cares cares;
    private final Relations relations;
    private final Independence independence;
    private final Seats seats;
    private final SeatLeaders leaders;
    private final People people;
    private final PresentRoles roles;
    private final StepUps stepUps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reviews(
            Inbox inbox,
            Changes changes,
            ChangeFlow flow,
            Duties duties,
            Claims claims,
            Verdicts verdicts,
            Cares cares,
            Relations relations,
            Independence independence,
            Seats seats,
            SeatLeaders leaders,
            People people,
            PresentRoles roles,
            StepUps stepUps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.inbox = inbox;
        this.changes = changes;
        this.flow = flow;
        this.duties = duties;
        this.claims = claims;
        this.verdicts = verdicts;
        this.cares = cares;
        this.relations = relations;
        this.independence = independence;
        this.seats = seats;
        this.leaders = leaders;
        this.people = people;
        this.roles = roles;
        this.stepUps = stepUps;
        this.events = events;
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
        Seat seat = locked(task);
        if (isHeldBy(task, person)) {
            independence.toDecide(seat, roles.of(person)).demand();
            return false;
        }
        independence.toClaim(seat, roles.of(person)).demand();
        Optional<PersonId> absent = claims.absentHolder(task);
        absent.ifPresent(_ -> claims.drop(task));
        if (!claims.take(task, seat.change().id(), person.id())) {
            throw taken(seat);
        }
        events.publishEvent(absent.filter(before -> !person.is(before))
                .map(before -> takenOver(seat, person, before))
                .orElseGet(() -> new ReviewEvent.Claimed(
                        seat.change().id(),
                        person.id().value(),
                        seat.change().systems(),
                        task,
                        seat.task().element())));
        return true;
    }

    /** Takes a task from who claimed it long ago, unless it is theirs already; it stays on the record who that was. */
    @Transactional
    public boolean takeOver(long task, Person person) {
        Seat seat = locked(task);
        if (isHeldBy(task, person)) {
            independence.toDecide(seat, roles.of(person)).demand();
            return false;
        }
        independence.toTakeOver(seat, roles.of(person)).demand();
        PersonId before = claims.holder(task).orElseThrow();
        claims.drop(task);
        claims.take(task, seat.change().id(), person.id());
        events.publishEvent(takenOver(seat, person, before));
        return true;
    }

    private boolean isHeldBy(long task, Person person) {
        return claims.holder(task).filter(person::is).isPresent();
    }

    private static ReviewEvent takenOver(Seat seat, Person person, PersonId before) {
        return new ReviewEvent.TakenOver(
                seat.change().id(),
                person.id().value(),
                seat.change().systems(),
                seat.task().id(),
                seat.task().element(),
                before.value());
    }

    /** Gives it back, unless they have done so already; says whether anything is different now. */
    @Transactional
    public boolean release(long task, Person person) {
        Seat seat = locked(task);
        ReviewEvent.Released release = new ReviewEvent.Released(
                seat.change().id(),
                person.id().value(),
                seat.change().systems(),
                task,
                seat.task().element());
        Permission permission = independence.toRelease(seat, person);
        if (!permission.granted() && claims.wasReleased(release)) {
            return false;
        }
        permission.demand();
        claims.drop(task);
        events.publishEvent(release);
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
        Seat seat = locked(task);
        Optional<Delegation> delegation = leaders.delegation(seat, person);
        delegation.map(Delegation::delegator).map(people::get).ifPresent(roles::of);
        independence.toDecide(seat, roles.of(person)).demand();
        demandCurrent(seat, read);
        demandSense(seat, answer, comment);
        demandPreMortem(seat, answer, care);
        Verdict verdict = verdict(seat, person, delegation, answer, comment);
        List<Relation> ties = relations.toDeclare(verdict);
        demandDeclaration(seat, person, answer, care, ties);
        demandStepUp(seat, person, verdict);
        verdict.voices().forEach(one -> duties.take(seat.change().id(), one, seat.duty()));
        verdicts.write(verdict, seat.change().revision(), task, delegation);
        cares.write(verdict, answer == Answer.ABSTAIN ? Care.UNKNOWN : care);
        relations.write(verdict, ties);
        claims.drop(task);
        events.publishEvent(new ReviewEvent.VerdictGiven(
                seat.change().id(),
                person.id().value(),
                seat.change().systems(),
                seat.change().revision().number(),
                seat.change().revision().hash(),
                seat.duty(),
                seat.number(),
                answer,
                comment,
                verdict.onBehalfOf().map(PersonId::value).orElse(""),
                UUID.randomUUID().toString()));
        if (answer == Answer.ABSTAIN) {
            return seat.change();
        }
        inbox.complete(seat.task(), new Decided());
        return conclude(seat, person, verdict);
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
        Seat seat = locked(task);
        independence.toDecide(seat, person).demand();
        Verdict given = voidApproval(seat, person).orElseThrow(() -> nothingToReaffirm(seat, person));
        String comment =
                "Re-affirms the approval of revision %d, having read what differs since.".formatted(given.revision());
        Care care = cares.of(given.change(), given.revision(), person.id()).orElse(Care.UNKNOWN);
        return decide(task, person, read, Answer.APPROVE, comment, care.ofAnotherText());
    }

    private static Refusal nothingToReaffirm(Seat seat, Person person) {
        return Refusal.forbidden("reviews.nothing-to-reaffirm")
                .cannot("re-affirm an approval of %s", seat.change().id())
                .because("%s approved no earlier revision of it", person.id())
                .instead("Read it and decide.");
    }

    private Seat locked(long task) {
        UserTask open = inbox.get(task);
        Change change = changes.lock(new ChangeId(open.subject()));
        return Seat.of(inbox.get(task), change);
    }

    private Verdict verdict(Seat seat, Person person, Optional<Delegation> delegation, Answer answer, String comment) {
        return new Verdict(
                seat.change().id(),
                seat.change().revision().number(),
                seat.change().revision().hash(),
                person.id(),
                delegation.map(Delegation::delegator),
                seat.duty(),
                seat.number(),
                answer,
                comment,
                clock.instant(),
                true);
    }

    private Change conclude(Seat seat, Person person, Verdict verdict) {
        ChangeId id = seat.change().id();
        boolean approved = verdict.approves();
        return switch (seat.duty()) {
            case REVIEWER ->
                seats.ruling(seat.change())
                        .map(ruling -> flow.reviewed(id, ruling, person))
                        .orElse(seat.change());
            case DIRECTOR -> flow.signedOff(id, approved, person, verdict.onBehalfOf(), verdict.comment());
            case VP -> flow.escalationDecided(id, approved, person, verdict.onBehalfOf(), verdict.comment());
            case AUTHOR, KEY_HOLDER ->
                throw new IllegalStateException(
                        "Expected only seats of change '%s' to decide, but somebody else did.".formatted(id));
        };
    }

    private static void demandCurrent(Seat seat, String read) {
        if (!seat.change().revision().hash().equals(read)) {
            throw Refusal.conflict("reviews.stale-revision")
                    .cannot("decide on %s", seat.change().id())
                    .because("it was edited after you opened it")
                    .instead(
                            "Read revision %d and decide again. Your comment is still below.",
                            seat.change().revision().number());
        }
    }

    /** Leaders show once more that it is them; it is for this revision and for nothing else. */
    private void demandStepUp(Seat seat, Person person, Verdict verdict) {
        if (seat.isALeaders()) {
            String matter = Seat.matter(seat.task().element(), verdict);
            stepUps.spend(person, Deed.about(matter, verdict.answer(), verdict.comment()));
        }
    }

    private static void demandSense(Seat seat, Answer answer, String comment) {
        if (answer != Answer.APPROVE && comment.isBlank()) {
            throw Refusal.invalid("reviews.comment-missing")
                    .cannot("decide this on %s without a comment", seat.change().id())
                    .because("its author must know why")
                    .instead("Say in a sentence what is missing or wrong.");
        }
        if (seat.isALeaders() && (answer == Answer.ASK_FOR_CHANGES || answer == Answer.ABSTAIN)) {
            throw Refusal.invalid("reviews.leader-asks")
                    .expectedTo("approve or decline %s", seat.change().id())
                    .because("a leader can't ask for changes or abstain")
                    .instead("Decline it with a comment. Its author can write a new change.");
        }
    }

    private static void demandPreMortem(Seat seat, Answer answer, Care care) {
        if (answer == Answer.APPROVE
                && seat.asksForPreMortem()
                && care.preMortem().isBlank()) {
            throw Refusal.invalid("reviews.pre-mortem-missing")
                    .cannot("approve %s without a pre-mortem", seat.change().id())
                    .because("it reaches far")
                    .instead("Imagine it is tomorrow and this went wrong, and write down what happened.");
        }
    }

    private static void demandDeclaration(Seat seat, Person person, Answer answer, Care care, List<Relation> ties) {
        if (answer == Answer.APPROVE && !ties.isEmpty() && !care.independent()) {
            throw Refusal.invalid("reviews.tie-undeclared")
                    .cannot(
                            "approve %s without a word on your ties",
                            seat.change().id())
                    .because(ties.getFirst().fact(person.id()))
                    .instead("Declare that it does not sway you, or leave it to somebody else.");
        }
    }

    private static Refusal taken(Seat seat) {
        return Refusal.conflict("reviews.already-claimed")
                .cannot("claim the %s of %s", seat.words(), seat.change().id())
                .because("somebody else was faster")
                .instead("Take another one, or ask them to release it.");
    }

    /** Carries nothing: a completed task's variables climb to the whole process, and what was said stays in PostgreSQL. */
    record Decided() {}
}
