package dev.countersign.local.demo;

import dev.countersign.changes.ChangeId;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.Proposal;
import dev.countersign.reviews.Answer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the people of the demo work for a minute after the first start: the addendum is put in force, and changes are
 * taken to every state. A quarter of an hour later three of them reach the end of their bake time. A start that was
 * interrupted is completed by the next: each step is taken unless it was.
 */
@Component
@Profile("local")
@ConditionalOnProperty("countersign.local.demo")
class DemoChanges {

    private record Begun(DemoChange script, ChangeId id) {}

    private static final Logger LOG = LoggerFactory.getLogger(DemoChanges.class);

    private static final int MOST = 100;
    private static final int DAYS = 90;
    private static final String TITLE = "Controlled friction for Tier-1 systems";
    private static final String REASON =
            "Two outages in March lost orders. For ninety days every change to a Tier-1 system gets a second "
                    + "review and its director's sign-off.";

    private final DemoDocuments documents;
    private final DemoHouse house;
    private final Addenda addenda;
    private final Clock clock;

    DemoChanges(DemoDocuments documents, DemoHouse house, Addenda addenda, Clock clock) {
        this.documents = documents;
        this.house = house;
        this.addenda = addenda;
        this.clock = clock;
    }

    /** In the background: the pages are usable while it works. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform().daemon().name("demo").start(() -> DemoStepUps.play(this::load));
    }

    private void load() {
        putAddendumInForce();
        house.goesOnLeave("maya.rosen", "grace", "elena");
        List<Begun> begun = DemoScript.CHANGES.stream()
                .map(change -> new Begun(change, documents.begin(change, house.person(change.author()))))
                .toList();
        begun.forEach(change -> goOn(change.script(), change.id()));
        LOG.info("The demo's {} changes are where they should be", DemoScript.CHANGES.size());
    }

    private void putAddendumInForce() {
        Addendum addendum = addenda.page(Optional.empty(), MOST).stream()
                .filter(known -> known.title().equals(TITLE))
                .findFirst()
                .orElseGet(() -> addenda.propose(new Proposal(TITLE, REASON, DAYS), house.person("grace")));
        if (addendum.toDecide(house.person("hugo"), clock.instant()).granted()) {
            addenda.decide(
                    addendum.id(),
                    house.person("hugo"),
                    true,
                    "Agreed. We look at what it cost and stopped before it ends.");
        }
    }

    private void goOn(DemoChange change, ChangeId id) {
        switch (change.fate()) {
            case DRAFTED, SENT_BACK, WAITING -> {}
            case HALF_REVIEWED -> house.review(id, "chloe", Answer.APPROVE, "The retry is bounded. Fine.");
            case ASKED_FOR_CHANGES -> {
                house.review(id, "chloe", Answer.ASK_FOR_CHANGES, "Which carrier goes first? Please order the steps.");
                house.review(id, "dmitri", Answer.APPROVE, "");
            }
            case REJECTED -> {
                house.review(id, "chloe", Answer.REJECT, "This is what took the warehouse down in March.");
                house.review(id, "dmitri", Answer.APPROVE, "Looks small.");
            }
            case WITHDRAWN -> house.withdraw(id, change.author(), "The vendor found a fault in the driver.");
            case TO_SIGN_OFF -> approve(id);
            case TO_ESCALATE, APPROVED -> {
                approve(id);
                house.sign(id, "elena");
            }
            case EXPIRING -> house.review(id, "chloe", Answer.APPROVE, "");
            case BAKING, UNCONCLUDED, SUCCEEDING, FAILING -> {
                house.review(id, "chloe", Answer.APPROVE, "Clear plan, short way back.");
                house.execute(id, change.author());
            }
        }
    }

    private void approve(ChangeId id) {
        house.review(id, "chloe", Answer.APPROVE, "Clear plan, short way back.");
        house.review(id, "dmitri", Answer.APPROVE, "Alarms are the right ones.");
    }
}
