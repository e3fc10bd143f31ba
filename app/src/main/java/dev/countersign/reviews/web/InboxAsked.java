package dev.countersign.reviews.web;

import dev.countersign.reviews.InboxPlace;
import dev.countersign.spelling.PlainText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the inbox asks, as it was typed.
 *
 * @param text the search field
 * @param overdue whether only what should be decided by now is asked for
 * @param after where the list goes on
 */
public record InboxAsked(
        @Nullable String text,
        @Nullable List<String> state,
        @Nullable List<String> who,
        @Nullable List<String> system,
        @Nullable List<String> tier,
        @Nullable List<String> department,
        @Nullable String overdue,
        @Nullable String sort,
        @Nullable String after) {

    String typed() {
        return word(text).orElse("");
    }

    /** What the fields beside the search field say of this. */
    Stream<String> said(InboxName name) {
        List<String> said = switch (name) {
            case WHO -> who;
            case STATE -> state;
            case SYSTEM -> system;
            case TIER -> tier;
            case DEPARTMENT -> department;
        };
        return Objects.requireNonNullElse(said, List.<String>of()).stream().flatMap(one -> word(one).stream());
    }

    boolean isOverdue() {
        return word(overdue).filter("true"::equalsIgnoreCase).isPresent();
    }

    Optional<String> sortWord() {
        return word(sort);
    }

    Optional<InboxPlace> place() {
        return word(after).flatMap(InboxPlace::of);
    }

    private static Optional<String> word(@Nullable String typed) {
        return Optional.ofNullable(typed).map(PlainText::line).filter(word -> !word.isEmpty());
    }
}
