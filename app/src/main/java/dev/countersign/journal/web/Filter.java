package dev.countersign.journal.web;

import dev.countersign.journal.Search;
import dev.countersign.moments.MomentWords;
import dev.countersign.moments.ReaderZone;
import dev.countersign.spelling.CatalogueKey;
import dev.countersign.spelling.NumberedName;
import dev.countersign.spelling.PlainText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The search form as it was typed; what can't be understood is said at its field.
 *
 * @param zone where the days begin and end, so that an address means the same to whoever opens it
 */
public record Filter(
        @Nullable List<String> who,
        @Nullable List<String> what,
        @Nullable String subject,
        @Nullable String system,
        @Nullable String from,
        @Nullable String to,
        @Nullable String zone) {

    private static final Map<String, String> STREAMS =
            Map.of("CHG-", "change/", "ADD-", "addendum/", "INC-", "incident/", "BYP-", "bypass/");

    private static final Pattern NUMBER = Pattern.compile("^#?([0-9]{1,12})$");

    public boolean isEmpty() {
        return fields().values().stream().allMatch(String::isEmpty);
    }

    /** On whose clocks the days begin and end: the reader's, unless the address says otherwise. */
    public ZoneId clocks() {
        return given(zone).flatMap(ReaderZone::named).orElseGet(ReaderZone::now);
    }

    /** What is wrong, by field; empty when it can be searched. */
    public Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        notADay(from).ifPresent(words -> problems.put("from", words));
        notADay(to).ifPresent(words -> problems.put("to", words));
        return problems;
    }

    /** By these actors, which are those that `who` means. */
    Search search(Set<String> actors) {
        return new Search(
                actors,
                Set.copyOf(kinds()),
                given(subject).map(Filter::stream),
                given(system).map(CatalogueKey::orTyped),
                day(from),
                dayAfter(to));
    }

    /** The same search under another address, such as the export. */
    public String at(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        fields().forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        if (given(from).isPresent() || given(to).isPresent()) {
            address.queryParam("zone", "{zone}");
        }
        Map<String, String> values = new LinkedHashMap<>(fields());
        values.put("zone", clocks().getId());
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** The kinds of entries asked for, as they were typed; all if empty. */
    public List<String> kinds() {
        return words(what);
    }

    /** The people asked for, as they were typed; everybody if empty. */
    public List<String> people() {
        return words(who);
    }

    private static List<String> words(@Nullable List<String> typed) {
        return Objects.requireNonNullElse(typed, List.<String>of()).stream()
                .flatMap(word -> given(word).stream())
                .distinct()
                .toList();
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("who", String.join(",", people()));
        fields.put("what", String.join(",", kinds()));
        fields.put("subject", given(subject).orElse(""));
        fields.put("system", given(system).orElse(""));
        fields.put("from", given(from).orElse(""));
        fields.put("to", given(to).orElse(""));
        return fields;
    }

    /** People say CHG-42, #42 or 42; the record says change/CHG-000042. */
    static String stream(String subject) {
        String name =
                NumberedName.of(NUMBER.matcher(subject).replaceFirst("CHG-$1")).toUpperCase(Locale.ROOT);
        return STREAMS.entrySet().stream()
                .filter(known -> name.startsWith(known.getKey()))
                .findFirst()
                .map(known -> known.getValue() + name)
                .orElse(subject);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(PlainText::line).filter(word -> !word.isEmpty());
    }

    private Optional<Instant> day(@Nullable String text) {
        return given(text).map(Filter::parsed).map(new MomentWords(clocks())::startOf);
    }

    private Optional<Instant> dayAfter(@Nullable String text) {
        return given(text).map(Filter::parsed).map(day -> new MomentWords(clocks()).startOf(day.plusDays(1)));
    }

    /** Four digits for the year: beyond that neither people nor PostgreSQL follow. */
    private static LocalDate parsed(String day) {
        if (day.length() != 10) {
            throw new DateTimeParseException("Not of the form 2026-11-23", day, 0);
        }
        return LocalDate.parse(day);
    }

    private Optional<String> notADay(@Nullable String text) {
        try {
            day(text);
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of("“%s” is not a day such as 2026-11-23.".formatted(text));
        }
    }
}
