package dev.countersign.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Demands a fresh log-in for a decision: one log-in, one decision. */
@Component
public class StepUps {

    private final StepUpLedger ledger;
    private final List<BroughtStepUp> sources;
    private final IdentitySettings settings;

    StepUps(StepUpLedger ledger, List<BroughtStepUp> sources, IdentitySettings settings) {
        this.ledger = ledger;
        this.sources = sources;
        this.settings = settings;
    }

    /** Spends what somebody brings on this deed; it is given back if the deed's transaction fails. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void spend(Person person, Deed deed) {
        boolean spent = sources.stream()
                .map(source -> source.by(person.id(), deed.matter()))
                .flatMap(Optional::stream)
                .anyMatch(id -> ledger.spend(id, person.id(), deed, settings.stepUpWithin()));
        if (!spent) {
            throw new StepUpNeeded(deed.matter());
        }
    }
}
