package dev.countersign.reviews;

import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import java.util.List;

/** What somebody may say from a seat: about the text as it is now, with a reason, and with a word on their ties. */
final class VerdictRules {

    private VerdictRules() {}

    /** @param ties those that the house wants declared, of everybody who would speak */
    static Permission toSay(Sitting sitting, Said said, List<Relation> ties) {
        return sitting.toDecide()
                .and(() -> current(sitting.seat(), said))
                .and(() -> explained(sitting.seat(), said))
                .and(() -> fitsALeader(sitting.seat(), said))
                .and(() -> imagined(sitting.seat(), said))
                .and(() -> declared(sitting, said, ties));
    }

    private static Permission current(Seat seat, Said said) {
        return Permission.grantedIf(
                seat.change().revision().hash().equals(said.read()),
                () -> Refusal.conflict("reviews.stale-revision")
                        .cannot("decide on %s", seat.change().id())
                        .because("it was edited after you opened it")
                        .instead(
                                "Read revision %d and decide again. Your comment is still below.",
                                seat.change().revision().number()));
    }

    private static Permission explained(Seat seat, Said said) {
        return Permission.grantedIf(
                said.answer() == Answer.APPROVE || !said.comment().isBlank(),
                () -> Refusal.invalid("reviews.comment-missing")
                        .cannot(
                                "decide this on %s without a comment",
                                seat.change().id())
                        .because("its author must know why")
                        .instead("Say in a sentence what is missing or wrong."));
    }

    private static Permission fitsALeader(Seat seat, Said said) {
        boolean undecided = said.answer() == Answer.ASK_FOR_CHANGES || said.answer() == Answer.ABSTAIN;
        return Permission.grantedIf(
                !seat.isALeaders() || !undecided,
                () -> Refusal.invalid("reviews.leader-asks")
                        .expectedTo("approve or decline %s", seat.change().id())
                        .because("a leader can't ask for changes or abstain")
                        .instead("Decline it with a comment. Its author can write a new change."));
    }

    private static Permission imagined(Seat seat, Said said) {
        return Permission.grantedIf(
                said.answer() != Answer.APPROVE
                        || !seat.asksForPreMortem()
                        || !said.care().preMortem().isBlank(),
                () -> Refusal.invalid("reviews.pre-mortem-missing")
                        .cannot("approve %s without a pre-mortem", seat.change().id())
                        .because("it reaches far")
                        .instead("Imagine it is tomorrow and this went wrong, and write down what happened."));
    }

    private static Permission declared(Sitting sitting, Said said, List<Relation> ties) {
        return Permission.grantedIf(
                said.answer() != Answer.APPROVE || ties.isEmpty() || said.care().independent(),
                () -> Refusal.invalid("reviews.tie-undeclared")
                        .cannot(
                                "approve %s without a word on your ties",
                                sitting.seat().change().id())
                        .because(ties.getFirst().fact(sitting.person().id()))
                        .instead("Declare that it does not sway you, or leave it to somebody else."));
    }
}
