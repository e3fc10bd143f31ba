package dev.countersign.reviews;

import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Words;

/** Who may claim a seat, be given it, take it over and give it back: one person at a time, and one seat for each. */
final class ClaimRules {

    private ClaimRules() {}

    static Permission toClaim(Sitting sitting) {
        return sitting.toSit().and(() -> free(sitting)).and(() -> only(sitting));
    }

    static Permission toReceive(Sitting sitting) {
        return sitting.toSit().and(() -> only(sitting));
    }

    static Permission toTakeOver(Sitting sitting) {
        return toReceive(sitting).and(() -> idle(sitting));
    }

    static Permission toRelease(Sitting sitting) {
        return Permission.grantedIf(
                sitting.isHeld(),
                () -> SeatRules.denied("release", sitting.seat())
                        .because(
                                "%s [hasn't|haven't] claimed it",
                                sitting.person().id())
                        .instead("Only whoever claimed it can release it."));
    }

    private static Permission free(Sitting sitting) {
        return Permission.grantedIf(
                sitting.holder().isEmpty(),
                () -> SeatRules.denied("claim", sitting.seat())
                        .because(
                                "%s [has|have] already claimed it",
                                sitting.holder().orElseThrow())
                        .instead("Take another one, or ask them to release it."));
    }

    private static Permission only(Sitting sitting) {
        return Permission.grantedIf(
                !sitting.elsewhere(),
                () -> SeatRules.denied("claim", sitting.seat())
                        .because(
                                "%s [has|have] claimed the other review of this change",
                                sitting.person().id())
                        .instead("Two different people must review it."));
    }

    private static Permission idle(Sitting sitting) {
        var claim = sitting.counting();
        return Permission.grantedIf(
                claim.isPresent()
                        && !sitting.isHeld()
                        && !sitting.now().isBefore(claim.get().free()),
                () -> Refusal.conflict("reviews.claim-counts")
                        .cannot(
                                "take over the %s of %s",
                                sitting.seat().words(), sitting.seat().change().id())
                        .because(claim.map(one -> Words.of("nobody can before %s", one.free()))
                                .orElseGet(() -> Words.of("nobody has claimed it")))
                        .instead("Take another one, or ask whoever claimed it to release it."));
    }
}
