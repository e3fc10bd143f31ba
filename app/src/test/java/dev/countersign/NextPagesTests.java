package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A list leads on by the address that it was asked under, so that no filter is forgotten or spelled anew. */
class NextPagesTests {

    private static final Pattern LED_ON =
            Pattern.compile("add(?:Attribute|Object)\\(\\s*\"(?:next|older)\",(.{0,250}?)\\);", Pattern.DOTALL);

    /** Threads are shown by posts as well, under another address; the other one's "next" is what people do next. */
    private static final Set<String> OTHERS = Set.of("ThreadPage.java", "ChangePageController.java");

    @Test
    void leadOnInOneWay() {
        long lists = Sources.main().entrySet().stream()
                .filter(file -> OTHERS.stream().noneMatch(file.getKey()::endsWith))
                .flatMap(file -> LED_ON.matcher(file.getValue())
                        .results()
                        .peek(found ->
                                assertThat(found.group(1)).as(file.getKey()).contains("NextPage.path(")))
                .count();
        assertThat(lists).isGreaterThanOrEqualTo(8);
    }
}
