package dev.countersign.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Demands of somebody that they show once more that it is them who decide: with a passkey if they have one, else by a
 * fresh log-in. One signature or log-in, one decision.
 */
@Component
public class StepUps {

    private final StepUpLedger ledger;
    private final List<BroughtStepUp> sources;
    private final IdentitySettings settings;
    private final PasskeyRows passkeys;
    private final Signatures signatures;

    StepUps(
            StepUpLedger ledger,
            List<BroughtStepUp> sources,
            IdentitySettings settings,
            PasskeyRows passkeys,
            Signatures signatures) {
        this.ledger = ledger;
        this.sources = sources;
        this.settings = settings;
        this.passkeys = passkeys;
        this.signatures = signatures;
    }

    /** Spends what somebody brings on this deed; it is given back if the deed's transaction fails. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void spend(Person person, Deed deed) {
        if (passkeys.inForce(person.id()).isEmpty()) {
            spendLogIn(person, deed);
        } else {
            signatures.spend(person.id(), deed);
        }
    }

    /** The same with a log-in, whatever passkeys they have. */
    @Transactional(propagation = Propagation.MANDATORY)
    void spendLogIn(Person person, Deed deed) {
        boolean spent = sources.stream()
                .map(source -> source.by(person.id(), deed.matter()))
                .flatMap(Optional::stream)
                .anyMatch(id -> ledger.spend(id, person.id(), deed, settings.stepUpWithin()));
        if (!spent) {
            throw new StepUpNeeded(deed.matter());
        }
    }
}
