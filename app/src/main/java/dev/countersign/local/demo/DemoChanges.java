package dev.countersign.local.demo;

import dev.countersign.changes.ChangeFilter;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangeList;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.Proposal;
import dev.countersign.reviews.Answer;
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
 * taken to every state. A quarter of an hour later three of them reach the end of their bake time.
 */
@Component
@Profile("local")
@ConditionalOnProperty("countersign.local.demo")
class DemoChanges {

    private record Begun(DemoChange script, ChangeId id) {}

    private static final Logger LOG = LoggerFactory.getLogger(DemoChanges.class);

    private final DemoHouse house;
    private final Addenda addenda;
    private final ChangeList list;

    DemoChanges(DemoHouse house, Addenda addenda, ChangeList list) {
        this.house = house;
        this.addenda = addenda;
        this.list = list;
    }

    /** In the background: the pages are usable while it works. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (list.matching(ChangeFilter.ALL, house.person("ada"), Optional.empty(), 1)
                .isEmpty()) {
            Thread.ofPlatform().daemon().name("demo").start(() -> DemoStepUps.play(this::load));
        }
    }

    private void load() {
        putAddendumInForce();
        List<Begun> begun = DemoScript.CHANGES.stream()
                .map(change -> new Begun(change, begin(change)))
                .toList();
        begun.forEach(change -> goOn(change.script(), change.id()));
        LOG.info("The demo's {} changes are where they should be", DemoScript.CHANGES.size());
    }

    private void putAddendumInForce() {
        Addendum proposed = addenda.propose(
                new Proposal(
                        "Controlled friction for Tier-1 systems",
                        "Two outages in March lost orders. For ninety days every change to a Tier-1 system gets a second "
                                + "review and its director's sign-off.",
                        90),
                house.person("grace"));
        addenda.decide(
                proposed.id(),
                house.person("hugo"),
                true,
                "Agreed. We look at what it cost and stopped before it ends.");
    }

    private ChangeId begin(DemoChange change) {
        return change.fate() == DemoChange.Fate.DRAFTED ? house.draft(change) : house.submit(change);
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
