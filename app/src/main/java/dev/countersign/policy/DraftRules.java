package dev.countersign.policy;

import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
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
                () -> denied(
                        "write a draft of the policy",
                        "'%s' is no leader or system owner".formatted(person.id()),
                        "Ask one of them to write it."));
    }

    static Permission toEdit(PolicyDraft draft, Person person) {
        return toBegin(person)
                .and(() -> Permission.grantedIf(
                        !draft.leaders().contains(person.id()),
                        () -> denied(
                                "edit draft '%s'".formatted(draft.id()),
                                "'%s' has decided an edition of it".formatted(person.id()),
                                "Have somebody else edit it, so that you can decide again.")))
                .and(() -> in(draft, DraftState.DRAFT, "edit"));
    }

    /** Those who wrote it and leaders; what leaders have been asked about stays where everybody can read it. */
    static Permission toDiscard(PolicyDraft draft, Person person) {
        return Permission.grantedIf(
                        draft.editors().contains(person.id()) || person.has(Role.VP) || person.has(Role.DIRECTOR),
                        () -> denied(
                                "throw draft '%s' away".formatted(draft.id()),
                                "'%s' did not write it".formatted(person.id()),
                                "Ask one of its editors or a leader."))
                .and(() -> in(draft, DraftState.DRAFT, "throw away"))
                .and(() -> Permission.grantedIf(
                        draft.edition().isEmpty(),
                        () -> Refusal.conflict(
                                "policy.proposed-before",
                                "Expected to throw draft '%s' away, but leaders have decided on it."
                                        .formatted(draft.id()),
                                "Leave it as it is, or edit it and propose it anew.")));
    }

    static Permission toDecide(PolicyDraft draft, Person person) {
        return leader(draft, person, "decide")
                .and(() -> in(draft, DraftState.PROPOSED, "decide"))
                .and(() -> Permission.grantedIf(
                        draft.edition()
                                .filter(edition -> edition.hasVoted(person.id()))
                                .isEmpty(),
                        () -> denied(
                                "decide draft '%s'".formatted(draft.id()),
                                "'%s' has decided it already".formatted(person.id()),
                                "A second leader must decide.")));
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
                        () -> denied(
                                "withdraw draft '%s'".formatted(draft.id()),
                                "'%s' has asked for it already".formatted(person.id()),
                                "A second leader must want it too.")));
    }

    private static Permission leader(PolicyDraft draft, Person person, String verb) {
        return Permission.grantedIf(
                        person.has(Role.VP) || person.has(Role.DIRECTOR),
                        () -> denied(
                                "%s draft '%s'".formatted(verb, draft.id()),
                                "'%s' is no VP or director".formatted(person.id()),
                                "Ask a VP or a director to %s it.".formatted(verb)))
                .and(() -> Permission.grantedIf(
                        !draft.editors().contains(person.id()),
                        () -> denied(
                                "%s draft '%s'".formatted(verb, draft.id()),
                                "'%s' wrote or proposed it".formatted(person.id()),
                                "Two leaders who did neither must.")));
    }

    private static Permission toCome(PolicyDraft draft, Instant now) {
        Instant from = draft.edition().flatMap(Edition::inForceFrom).orElse(Instant.MIN);
        return Permission.grantedIf(
                now.isBefore(from),
                () -> Refusal.conflict(
                        "policy.edition-begun",
                        "Expected to withdraw draft '%s', but it began at %s.".formatted(draft.id(), from),
                        "Propose another table; it takes the place of this one."));
    }

    static void demandTitle(String title) {
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw Refusal.invalid(
                    "policy.invalid-draft",
                    "Expected to begin a draft, but its title has %d characters.".formatted(title.length()),
                    "Give it a title of 1 to %d.".formatted(LONGEST_TITLE));
        }
    }

    static void demandSense(PolicyDraft draft, String reason, Instant startsAt, Instant now) {
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid(
                    "policy.invalid-edition",
                    "Expected to propose draft '%s', but its reason has %d characters."
                            .formatted(draft.id(), reason.length()),
                    "Give a reason of 1 to %d.".formatted(LONGEST_REASON));
        }
        if (startsAt.isBefore(now)) {
            throw Refusal.invalid(
                    "policy.edition-starts-in-past",
                    "Expected to propose draft '%s', but %s has passed.".formatted(draft.id(), startsAt),
                    "Let it start at a time to come.");
        }
    }

    private static Permission in(PolicyDraft draft, DraftState expected, String verb) {
        return Permission.grantedIf(
                draft.state() == expected,
                () -> Refusal.conflict(
                        "policy.wrong-draft-state",
                        "Expected to %s draft '%s', but %s.".formatted(verb, draft.id(), fact(draft.state())),
                        "Reload it to see what is possible now."));
    }

    private static String fact(DraftState state) {
        return switch (state) {
            case DRAFT -> "it is not proposed";
            case PROPOSED -> "two leaders are deciding it";
            case APPROVED -> "it was approved and does not change any more";
            case DISCARDED -> "it was thrown away";
        };
    }

    private static Refusal denied(String what, String fact, String wayOut) {
        return Refusal.forbidden("policy.draft-not-permitted", "Expected to %s, but %s.".formatted(what, fact), wayOut);
    }
}
