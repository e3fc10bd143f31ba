package dev.countersign.journal;

import dev.countersign.identity.PasskeyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts passkeys on the record: which key stands for whom is what every signature rests on. */
@Component
class PasskeyEntries {

    private final Journal journal;

    PasskeyEntries(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void write(PasskeyEvent event) {
        journal.write(new PasskeyEntry(event));
    }
}
