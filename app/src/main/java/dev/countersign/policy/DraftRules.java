package dev.countersign.policy;

import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Refusal.Attempt;
import java.time.Instant;

/** Who may do what with a draft of the policy; the buttons and the guards read the same answers. */
public final class DraftRules {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_REASON = 4000;

    private DraftRules() {}

    /** Leaders, and system owners, who know what the rules are about. */
    public static Permission toBegin(Person person) {
        return Permission.grantedIf(
                person.has(Role.VP) || person.has(Role.DIRECTOR) || person.has(Role.SYSTEM_OWNER),
                () -> denied("write a draft of the policy")
                        .because("%s [is|are] neither a leader nor a system owner", person.id())
                        .instead("Ask one of them to write it."));
    }

    static Permission toEdit(PolicyDraft draft, Person person) {
        return toBegin(person)
                .and(() -> Permission.grantedIf(
                        !draft.leaders().contains(person.id()),
                        () -> denied("edit draft %s", draft.id())
                                .because("%s [has|have] decided on an edition of it", person.id())
                                .instead("Have somebody else edit it, so that you can decide again.")))
                .and(() -> in(draft, DraftState.DRAFT, "edit"));
    }

    /** Those who wrote it and leaders; what leaders have been asked about stays where everybody can read it. */
    static Permission toDiscard(PolicyDraft draft, Person person) {
        return Permission.grantedIf(
                        draft.editors().contains(person.id()) || person.has(Role.VP) || person.has(Role.DIRECTOR),
                        () -> denied("discard draft %s", draft.id())
                                .because("%s did not write it", person.id())
                                .instead("Ask one of its editors or a leader."))
                .and(() -> in(draft, DraftState.DRAFT, "throw away"))
                .and(() -> Permission.grantedIf(
                        draft.edition().isEmpty(),
                        () -> Refusal.conflict("policy.proposed-before")
                                .cannot("discard draft %s", draft.id())
                                .because("leaders have decided on it")
                                .instead("Leave it as it is, or edit it and propose it again.")));
    }

    static Permission toDecide(PolicyDraft draft, Person person) {
        return leader(draft, person, "decide")
                .and(() -> in(draft, DraftState.PROPOSED, "decide"))
                .and(() -> Permission.grantedIf(
                        draft.edition()
                                .filter(edition -> edition.hasVoted(person.id()))
                                .isEmpty(),
                        () -> denied("decide draft %s", draft.id())
                                .because("%s [has|have] already decided it", person.id())
                                .instead("A second leader must decide.")));
    }

    /** Whoever approved it may think better of it; it takes two leaders all the same. */
    static Permission toWithdraw(PolicyDraft draft, Person person, Instant now) {
        return leader(draft, person, "withdraw")
                .and(() -> in(draft, DraftState.APPROVED, "withdraw"))
                .and(() -> toCome(draft, now))
                .and(() -> Permission.grantedIf(
                        draft.edition()
                                .filter(edition -> edition.hasWithdrawn(person.id()))
                                .isEmpty(),
                        () -> denied("withdraw draft %s", draft.id())
                                .because("%s [has|have] already asked for it", person.id())
                                .instead("A second leader must want it too.")));
    }

    private static Permission leader(PolicyDraft draft, Person person, String verb) {
        return Permission.grantedIf(
                        person.has(Role.VP) || person.has(Role.DIRECTOR),
                        () -> denied("%s draft %s", verb, draft.id())
                                .because("%s [is|are] neither a VP nor a director", person.id())
                                .instead("Ask a VP or a director to %s it.", verb))
                .and(() -> Permission.grantedIf(
                        !draft.editors().contains(person.id()),
                        () -> denied("%s draft %s", verb, draft.id())
                                .because("%s wrote or proposed it", person.id())
                                .instead("Two leaders who did neither must %s it.", verb)));
    }

    private static Permission toCome(PolicyDraft draft, Instant now) {
        Instant from = draft.edition().flatMap(Edition::inForceFrom).orElse(Instant.MIN);
        return Permission.grantedIf(
                now.isBefore(from),
                () -> Refusal.conflict("policy.edition-begun")
                        .cannot("withdraw draft %s", draft.id())
                        .because("it began at %s", from)
                        .instead("Propose another table. It takes the place of this one."));
    }

    static void demandTitle(String title) {
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw Refusal.invalid("policy.invalid-draft")
                    .cannot("begin this draft")
                    .because("its title has %d characters", title.length())
                    .instead("Give it a title of 1 to %d characters.", LONGEST_TITLE);
        }
    }

    static void demandSense(PolicyDraft draft, String reason, Instant startsAt, Instant now) {
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("policy.invalid-edition")
                    .cannot("propose draft %s", draft.id())
                    .because("its reason has %,d characters", reason.length())
                    .instead("Give a reason of 1 to %,d characters.", LONGEST_REASON);
        }
        if (startsAt.isBefore(now)) {
            throw Refusal.invalid("policy.edition-starts-in-past")
                    .cannot("propose draft %s", draft.id())
                    .because("its start, %s, has passed", startsAt)
                    .instead("Choose a start that is still to come.");
        }
    }

    private static Permission in(PolicyDraft draft, DraftState expected, String verb) {
        return Permission.grantedIf(
                draft.state() == expected,
                () -> Refusal.conflict("policy.wrong-draft-state")
                        .cannot("%s draft %s", verb, draft.id())
                        .because("%s", fact(draft.state()))
                        .instead("Reload it to see what is possible now."));
    }

    private static String fact(DraftState state) {
        return switch (state) {
            case DRAFT -> "it is not proposed";
            case PROPOSED -> "two leaders are deciding it";
            case APPROVED -> "it is approved and can no longer change";
            case DISCARDED -> "it was discarded";
        };
    }

    private static Attempt denied(String attempt, Object... arguments) {
        return Refusal.forbidden("policy.draft-not-permitted").cannot(attempt, arguments);
    }
}
