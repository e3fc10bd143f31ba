package dev.countersign.changes.web;

import dev.countersign.changes.ChangeId;
import dev.countersign.moments.ReaderZone;
import dev.countersign.spelling.PlainText;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the list asks, as it was typed.
 *
 * @param text the search field
 * @param before a day; in links from before there were days, the change after which the list goes on
 * @param older the change after which the list goes on
 * @param zone where the days begin and end, so that an address means the same to whoever opens it
 */
public record Asked(
        @Nullable String text,
        @Nullable List<String> status,
        @Nullable List<String> who,
        @Nullable List<String> system,
        @Nullable List<String> tier,
        @Nullable String mine,
        @Nullable String after,
        @Nullable String before,
        @Nullable String sort,
        @Nullable String older,
        @Nullable String zone) {

    private static final String NUMBER = "CHG-";

    String typed() {
        return PlainText.line(Objects.requireNonNullElse(text, ""));
    }

    /** What the fields beside the search field say of this. */
    List<String> said(SearchName name) {
        return switch (name) {
            case WHO -> given(who);
            case STATE -> given(status);
            case SYSTEM -> given(system);
            case TIER -> given(tier);
            case AFTER -> given(after).toList();
            case BEFORE -> given(before).filter(word -> !isPlace(word)).toList();
        };
    }

    Optional<String> mineWord() {
        return given(mine).findFirst();
    }

    Optional<String> sortWord() {
        return given(sort).findFirst();
    }

    /** After which one the list goes on. */
    Optional<ChangeId> place() {
        return Stream.concat(given(older), given(before).filter(Asked::isPlace))
                .findFirst()
                .map(ChangeId::new);
    }

    /** On whose clocks the days begin and end: the reader's, unless the address says otherwise. */
    public ZoneId clocks() {
        return given(zone).findFirst().flatMap(ReaderZone::named).orElseGet(ReaderZone::now);
    }

    /** Whether the address says whose clocks count. */
    public boolean namesClocks() {
        return given(zone).findFirst().isPresent();
    }

    private static boolean isPlace(String word) {
        return word.toUpperCase(Locale.ROOT).startsWith(NUMBER);
    }

    private static List<String> given(@Nullable List<String> typed) {
        return Objects.requireNonNullElse(typed, List.<String>of()).stream()
                .flatMap(Asked::given)
                .distinct()
                .toList();
    }

    private static Stream<String> given(@Nullable String typed) {
        return typed == null ? Stream.empty() : Stream.of(PlainText.line(typed)).filter(word -> !word.isEmpty());
    }
}
