package dev.countersign.identity;

import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What was signed in the transaction that runs, for what else is written in it. */
public final class SignedHere {

    private SignedHere() {}

    static void remember(Signature signature) {
        TransactionSynchronizationManager.registerSynchronization(new Spent(signature));
    }

    public static Optional<Signature> by(String person) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Spent.class::isInstance)
                .map(spent -> ((Spent) spent).signature())
                .filter(signature -> signature.person().value().equals(person))
                .findFirst();
    }

    /** Goes with the transaction, whichever way it ends. */
    private record Spent(Signature signature) implements TransactionSynchronization {}
}
