package dev.countersign.reviews.web;

import dev.countersign.changes.Duty;

/** What a seat is called on the pages, and which form it fills in. */
record Wording(String task, String title, String form) {

    static Wording of(Duty duty) {
        return switch (duty) {
            case REVIEWER -> new Wording("Review", "Review this change", "review-change");
            case DIRECTOR -> new Wording("Sign-off", "Sign this change off", "sign-off-change");
            case VP -> new Wording("Escalation", "Decide this escalation", "approve-escalation");
            case AUTHOR, KEY_HOLDER ->
                throw new IllegalStateException("Expected a seat for a decision, but it is none.");
        };
    }
}
