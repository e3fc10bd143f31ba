package dev.countersign.gate.web;

import dev.countersign.gate.Bypass;

/** How a case stands, for people who see colours and people who don't. */
public record BypassBadge(String tone, String icon, String words) {

    /** With somebody, or with nobody as long as the registry does not know the system. */
    static BypassBadge of(Bypass bypass, boolean answered) {
        return bypass.isOpen() && !answered
                ? new BypassBadge("bad", "circle-help", "Nobody answers for it")
                : of(bypass);
    }

    private static BypassBadge of(Bypass bypass) {
        return bypass.settlement()
                .map(end -> switch (end.way()) {
                    case REVERTED -> new BypassBadge("good", "rotate-ccw", "Reverted");
                    case DOCUMENTED -> new BypassBadge("good", "circle-check", "Documented");
                })
                .orElseGet(() -> switch (bypass.level()) {
                    case OWNER -> new BypassBadge("warn", "clock", "With the owner");
                    case DIRECTOR -> new BypassBadge("bad", "arrow-up", "With the director");
                    case VP -> new BypassBadge("bad", "arrow-up", "With the VP");
                });
    }
}
