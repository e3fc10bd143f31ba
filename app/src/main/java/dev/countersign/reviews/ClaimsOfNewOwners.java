package dev.countersign.reviews;

import dev.countersign.changes.ChangeEvent;
import dev.countersign.identity.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever was handed a change cannot review it: what they had claimed is free for others at once. */
@Component
class ClaimsOfNewOwners {

    private final Claims claims;

    ClaimsOfNewOwners(Claims claims) {
        this.claims = claims;
    }

    @EventListener
    @Transactional
    public void onHandedOver(ChangeEvent.HandedOver event) {
        claims.dropHeldBy(PersonId.recorded(event.to()), event.change());
    }
}
