package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.Duties;
import dev.countersign.changes.Revision;
import dev.countersign.identity.PersonId;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what somebody said, how they reached it and what they thereby are to the change, and tells the news. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class VerdictLedger {

    private final Verdicts verdicts;
    private final Cares cares;
    private final Relations relations;
    private final Duties duties;
    private final Claims claims;
    private final ApplicationEventPublisher events;

    VerdictLedger(
            Verdicts verdicts,
            Cares cares,
            Relations relations,
            Duties duties,
            Claims claims,
            ApplicationEventPublisher events) {
        this.verdicts = verdicts;
        this.cares = cares;
        this.relations = relations;
        this.duties = duties;
        this.claims = claims;
        this.events = events;
    }

    /** @param ties those that they declared */
    void write(Sitting sitting, Verdict verdict, Care care, List<Relation> ties) {
        Change change = sitting.seat().change();
        long task = sitting.seat().task().id();
        verdict.voices().forEach(one -> duties.take(change.id(), one, verdict.duty()));
        verdicts.write(verdict, change.revision(), task, sitting.mandate());
        cares.write(verdict, verdict.counts() ? care : Care.UNKNOWN);
        relations.write(verdict, ties);
        claims.drop(task);
        events.publishEvent(given(verdict, change));
    }

    private static ReviewEvent given(Verdict verdict, Change change) {
        Revision read = change.revision();
        return new ReviewEvent.VerdictGiven(
                change.id(),
                verdict.person().value(),
                change.systems(),
                read.number(),
                read.hash(),
                verdict.duty(),
                verdict.slot(),
                verdict.answer(),
                verdict.comment(),
                verdict.onBehalfOf().map(PersonId::value).orElse(""),
                UUID.randomUUID().toString());
    }
}
