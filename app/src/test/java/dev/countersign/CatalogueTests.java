package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gate.Denial;
import dev.countersign.refusals.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** `docs/refusals.md` is the catalogue: each code in it is used, and each that is used has its line of meaning there. */
class CatalogueTests {

    private static final String BEGUN = "Refusal\\s*\\.(invalid|forbidden|notFound|conflict)\\(\\s*";
    private static final Pattern CODE = Pattern.compile(BEGUN + "\"([a-z-]+\\.[a-z-]+)\"\\)");
    private static final Pattern MISHAP = Pattern.compile("(?:\\d{3}|status),\\s*\"([a-z-]+(?:\\.[a-z-]+)?)\",");
    private static final Pattern REASON = Pattern.compile("\"(gate\\.[a-z-]+)\"");

    /** What the gate writes into the history is no reason. */
    private static final Set<String> EVENTS = Set.of(
            "gate.allowed",
            "gate.bypass-documenting",
            "gate.bypass-explained",
            "gate.bypass-opened",
            "gate.bypass-raised",
            "gate.claim-bypass",
            "gate.denied",
            "gate.deployed",
            "gate.key-turned",
            "gate.raise-bypass",
            "gate.read-bypass",
            "gate.went-around");

    private static final Map<String, Refusal.Kind> KINDS = Map.of(
            "invalid", Refusal.Kind.INVALID,
            "forbidden", Refusal.Kind.FORBIDDEN,
            "notFound", Refusal.Kind.NOT_FOUND,
            "conflict", Refusal.Kind.CONFLICT);

    @Test
    void hasEachRefusalWithItsStatus() {
        assertThat(Catalogue.section("Refusals")).isEqualTo(refusals());
    }

    @Test
    void hasWhateverIsSaidBeforeAnyRule() {
        assertThat(Catalogue.section("Before any rule").keySet())
                .isEqualTo(codes(MISHAP, file -> file.startsWith("dev/countersign/identity/web/")));
    }

    @Test
    void saysOfEachReasonOfTheGateWhatPagesAndHistorySay() {
        Map<String, String> reasons = Arrays.stream(Denial.values())
                .collect(Collectors.toMap(
                        denial -> denial == Denial.INVALID ? denial.code() + "…" : denial.code(),
                        denial -> denial.because("", "", "").words(),
                        CatalogueTests::same,
                        TreeMap::new));
        assertThat(Catalogue.section("Reasons of the gate")).isEqualTo(reasons);
    }

    @Test
    void hasNoReasonOfTheGateElsewhere() {
        Set<String> reasons =
                codes(REASON, file -> file.startsWith("dev/countersign/gate/") && !file.endsWith("/Denial.java"));
        reasons.removeAll(EVENTS);
        assertThat(refusals().keySet()).containsAll(reasons);
    }

    /** A code that is put together, or handed in, could not be looked up here. */
    @Test
    void findsEachCodeWrittenOut() {
        Pattern begun = Pattern.compile(BEGUN);
        assertThat(sources(file -> true))
                .allSatisfy(text -> assertThat(begun.matcher(text).results().count())
                        .isEqualTo(CODE.matcher(text).results().count()));
    }

    private static Map<String, String> refusals() {
        return sources(file -> true)
                .flatMap(text -> CODE.matcher(text).results())
                .collect(Collectors.toMap(
                        code -> code.group(2), CatalogueTests::status, CatalogueTests::same, TreeMap::new));
    }

    private static String status(MatchResult code) {
        return Integer.toString(KINDS.get(code.group(1)).status());
    }

    private static String same(String one, String other) {
        assertThat(one).isEqualTo(other);
        return one;
    }

    private static Set<String> codes(Pattern pattern, Predicate<String> file) {
        return sources(file)
                .flatMap(text -> pattern.matcher(text).results())
                .map(code -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The local stack talks to whoever starts it, by itself. */
    private static Stream<String> sources(Predicate<String> file) {
        return Sources.main().entrySet().stream()
                .filter(source -> file.test(source.getKey()) && !source.getKey().startsWith("dev/countersign/local/"))
                .map(Map.Entry::getValue);
    }
}
