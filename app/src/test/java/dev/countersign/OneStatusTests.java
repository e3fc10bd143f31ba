package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One refusal has one HTTP status, whichever page says it: its kind decides, and no controller does. */
class OneStatusTests {

    private static final Pattern REFUSAL =
            Pattern.compile("Refusal\\s*\\.(invalid|forbidden|notFound|conflict)\\(\\s*\"([^\"]+)\"");
    private static final Pattern CHOSEN = Pattern.compile("\\.SC_[A-Z_]+|HttpStatus\\.(?!NO_CONTENT)[A-Z]");

    /** What is answered to programs outside any refusal, and where the kinds themselves become statuses. */
    private static final Set<String> OUTERMOST =
            Set.of("BackChannel.java", "Denials.java", "Outages.java", "RequestSize.java", "Salvage.java");

    @Test
    void hasOneKindForEachCode() {
        Map<String, Set<String>> kinds = new TreeMap<>();
        Sources.main()
                .forEach((file, text) -> REFUSAL.matcher(text)
                        .results()
                        .forEach(found -> kinds.computeIfAbsent(found.group(2), code -> new TreeSet<>())
                                .add(found.group(1))));

        assertThat(kinds).hasSizeGreaterThan(100);
        assertThat(kinds)
                .allSatisfy((code, several) -> assertThat(several).as(code).hasSize(1));
    }

    @Test
    void letsNoPageChooseItsStatus() {
        assertThat(Sources.main()).allSatisfy((file, text) -> {
            if (OUTERMOST.stream().noneMatch(file::endsWith)) {
                assertThat(CHOSEN.matcher(text).results().map(found -> found.group()))
                        .as(file)
                        .isEmpty();
            }
        });
    }

    /** A redirect says that all went well, and only the page after it says that it did not. */
    @Test
    void sendsNoRefusalThroughARedirect() {
        assertThat(Sources.main())
                .allSatisfy((file, text) -> assertThat(text).as(file).doesNotContain("addFlashAttribute(\"refused\""));
    }
}
