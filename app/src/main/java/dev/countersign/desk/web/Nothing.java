package dev.countersign.desk.web;

import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import org.jspecify.annotations.Nullable;

/** What an empty desk says to somebody: why it is empty, and what they could do next. */
public record Nothing(
        String icon,
        String title,
        String words,
        @Nullable String path,
        @Nullable String action) {

    static boolean readsHistory(Person reader) {
        return reader.has(Role.AUDITOR) || reader.has(Role.VP) || reader.has(Role.DIRECTOR);
    }

    static Nothing toDoFor(Person reader) {
        if (reader.has(Role.VP) || reader.has(Role.DIRECTOR)) {
            return new Nothing(
                    "signature",
                    "Nothing waits for your signature",
                    "Changes of your departments come here when their reviewers have approved them.",
                    "/policy",
                    "See the policy in force");
        }
        if (reader.has(Role.REVIEWER)) {
            return new Nothing(
                    "inbox",
                    "No review waits for you",
                    "Changes come here when their checks are green. Your own changes are reviewed by others.",
                    "/changes",
                    "See all changes");
        }
        if (reader.has(Role.ENGINEER)) {
            return new Nothing(
                    "pencil",
                    "Nothing for you to do",
                    "Write a change before you touch production; checks and reviewers take it from there.",
                    "/changes/new",
                    "Write a change");
        }
        if (reader.has(Role.AUDITOR)) {
            return new Nothing(
                    "history",
                    "Nothing waits for you",
                    "Browse who did what and when, export it, and verify that nobody edited it.",
                    "/journal",
                    "Open the history");
        }
        return new Nothing(
                "server",
                "Nothing for you to do",
                "Look whether the systems you own are described as they are.",
                "/registry",
                "Open the systems");
    }
}
