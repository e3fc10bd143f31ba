package dev.countersign.policy;

import dev.countersign.identity.Deed;
import dev.countersign.identity.Person;
import dev.countersign.identity.PresentRoles;
import dev.countersign.identity.StepUps;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What leaders say against an approved edition before it begins: the second of them takes it back. */
@Service
public class EditionWithdrawals {

    private static final int LONGEST_REASON = 4000;

    private final PolicyDraftRows rows;
    private final PolicyDraftLedger ledger;
    private final PresentRoles roles;
    private final StepUps stepUps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EditionWithdrawals(
            PolicyDraftRows rows,
            PolicyDraftLedger ledger,
            PresentRoles roles,
            StepUps stepUps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.roles = roles;
        this.stepUps = stepUps;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes what a leader says; the draft goes back to its editors with the second.
     *
     * @param round which edition of the draft they read
     */
    @Transactional
    public PolicyDraft withdraw(PolicyDraftId id, int round, Person by, String reason) {
        PolicyDraft draft = rows.lock(id);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        draft.toWithdraw(roles.of(by), now).demand();
        Edition edition = draft.edition().orElseThrow();
        EditionDecisions.demandRead(draft, edition, round);
        String words = reason.strip();
        demandReason(draft, words);
        stepUps.spend(by, Deed.about("withdrawal of proposal %d of %s".formatted(round, id), edition.base(), words));
        int seat = edition.withdrawals().size() + 1;
        ledger.withdraw(id, round, new EditionWithdrawal(seat, by.id(), words, now));
        PolicyDraft after = rows.find(id).orElseThrow();
        events.publishEvent(
                after.state() == DraftState.APPROVED
                        ? new PolicyEvent.WithdrawalAsked(id, by.id().value(), round, words)
                        : new PolicyEvent.Withdrawn(id, by.id().value(), round, edition.base(), words));
        return after;
    }

    private static void demandReason(PolicyDraft draft, String reason) {
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("policy.reason-missing")
                    .cannot("withdraw draft %s", draft.id())
                    .because("the reason has %,d characters", reason.length())
                    .instead("Give a reason of 1 to %,d characters.", LONGEST_REASON);
        }
    }
}
