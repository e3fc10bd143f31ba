package dev.countersign.matrix;

import static dev.countersign.Cast.await;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.FARID;
import static dev.countersign.Personas.GRACE;
import static dev.countersign.Personas.HUGO;

import dev.countersign.engine.Inbox;
import dev.countersign.local.RealStack;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.AddendumId;
import dev.countersign.policy.Proposal;
import dev.countersign.policy.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** Addenda as the table names them: proposed by Grace, approved by Elena, to be ended early by Farid's wish. */
final class Leaders {

    static final Map<String, String> PROPOSAL = Map.of(
            "title",
            "Controlled friction",
            "reason",
            "Three outages in one month.",
            "durationDays",
            "3",
            "scope",
            "tier",
            "tier",
            "1");

    private final Addenda addenda;
    private final Inbox inbox;
    private final Clock clock;
    private final List<AddendumId> proposed = new ArrayList<>();

    Leaders(BeanFactory beans) {
        addenda = beans.getBean(Addenda.class);
        inbox = beans.getBean(Inbox.class);
        clock = beans.getBean(Clock.class);
    }

    Scene scene(String name) {
        return switch (name) {
            case "proposed" -> about(proposed());
            case "declined" -> about(declined());
            case "scheduled" -> about(scheduled());
            case "in-force" -> about(inForce());
            case "amended" -> about(amended());
            case "run-out" -> about(runOut());
            case "ended-early" -> about(endedEarly());
            default ->
                throw new IllegalStateException("Expected a scene of the table, but found '%s'.".formatted(name));
        };
    }

    void putAddendumInForce() {
        if (addenda.inForce().isEmpty()) {
            inForce();
        }
    }

    void putAnotherAddendumInForce() {
        inForce();
    }

    /** Other tests want the base policy. */
    void endAddenda() {
        addenda.inForce().stream().map(Addendum::id).filter(proposed::contains).forEach(this::end);
    }

    private void end(AddendumId id) {
        if (addenda.get(id).amendment().isEmpty()) {
            addenda.amend(id, Optional.empty(), "The test is over.", FARID);
        }
        var asked = addenda.get(id).amendment().orElseThrow();
        addenda.decideAmendment(id, asked.number(), HUGO.is(asked.proposedBy()) ? ELENA : HUGO, true, "");
    }

    private Scene about(AddendumId id) {
        Map<String, String> fields = new LinkedHashMap<>(PROPOSAL);
        fields.put("decision", "approve");
        fields.put("action", "end");
        fields.put("choice", "let-expire");
        addenda.get(id)
                .amendment()
                .ifPresent(amendment -> fields.put("_amendment", String.valueOf(amendment.number())));
        return new Scene(
                Map.of("id", id.value()),
                fields,
                () -> addenda.get(id).toString(),
                addenda.get(id).state(clock.instant()));
    }

    /** Once its process has begun, so that its diagram can be drawn. */
    private AddendumId proposed() {
        return proposed(new Proposal("Controlled friction", "Three outages in one month.", 3));
    }

    private AddendumId proposed(Proposal proposal) {
        AddendumId id = addenda.propose(proposal, GRACE).id();
        proposed.add(id);
        await(id + " is asked about").until(() -> !inbox.open(id.value()).isEmpty());
        return id;
    }

    private AddendumId declined() {
        AddendumId id = proposed();
        addenda.decide(id, ELENA, false, "Not now.");
        return id;
    }

    private AddendumId scheduled() {
        Optional<Instant> start = Optional.of(clock.instant().plus(Duration.ofDays(200)));
        AddendumId id = proposed(
                new Proposal("Controlled friction", "Three outages in one month.", 3, new Scope.Tier(1), start));
        addenda.decide(id, ELENA, true, "Agreed.");
        return id;
    }

    private AddendumId runOut() {
        AddendumId id = inForce();
        RealStack.shared().moveClock(Duration.ofDays(3).plusMinutes(5));
        return closed(id);
    }

    /** Once the house has noticed that it is over. */
    private AddendumId closed(AddendumId id) {
        await(id + " is closed").until(() -> addenda.get(id).closedAt().isPresent());
        return id;
    }

    private AddendumId endedEarly() {
        AddendumId id = amended();
        end(id);
        return closed(id);
    }

    private AddendumId inForce() {
        AddendumId id = proposed();
        addenda.decide(id, ELENA, true, "Agreed.");
        return id;
    }

    private AddendumId amended() {
        AddendumId id = inForce();
        addenda.amend(id, Optional.empty(), "It did what it was meant to do.", FARID);
        return id;
    }
}
