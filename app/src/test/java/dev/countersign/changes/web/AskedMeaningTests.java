package dev.countersign.changes.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.ChangeFilter;
import dev.countersign.changes.ChangeOrder;
import dev.countersign.changes.Status;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of the list and what stands in its search field say the same. */
class AskedMeaningTests {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId BEN = new PersonId("ben");

    @Test
    void meansTheSameByAFieldAndByAWord() {
        var byFields = meant(new Asked(
                "pool",
                List.of("approved", "in-review"),
                List.of("Ben Adeyemi"),
                List.of("cart"),
                List.of("1", "2"),
                null,
                "2026-11-01",
                "2026-12-01",
                "window",
                null,
                "Europe/Madrid"));
        var byWords = meant(
                typed(
                        "state:approved state:\"In review\" who:\"Ben Adeyemi\" system:cart tier:1,2 after:2026-11-01 before:2026-12-01 pool"));

        assertThat(byWords.problems()).isEmpty();
        assertThat(byWords.filter())
                .isEqualTo(byFields.filter())
                .isEqualTo(new ChangeFilter(
                        Set.of(Status.APPROVED, Status.IN_REVIEW),
                        Set.of(BEN),
                        Set.of("cart"),
                        Set.of(1, 2),
                        Optional.of(Instant.parse("2026-10-31T23:00:00Z")),
                        Optional.of(Instant.parse("2026-11-30T23:00:00Z")),
                        "pool"));
        assertThat(byWords.text()).isEqualTo("pool");
        assertThat(byFields.order()).isEqualTo(ChangeOrder.WINDOW);
    }

    @Test
    void addsOneselfToWhomeverElseOneAsksFor() {
        assertThat(meant(typed("mine")).filter())
                .isEqualTo(meant(typed("who:me")).filter());
        assertThat(meant(typed("mine who:ben")).filter().authors()).containsExactlyInAnyOrder(ADA, BEN);
    }

    /** Each would be looked up, and an address or a form holds thousands. */
    @Test
    void looksUpOnlySoManyAtOnce() {
        String people = IntStream.range(0, 60).mapToObj(number -> "u" + number).collect(Collectors.joining(","));
        List<String> looked = new ArrayList<>();

        var search = new AskedMeaning(
                        typed("who:" + people),
                        word -> {
                            looked.add(word);
                            return Set.of(ADA);
                        },
                        word -> Set.of())
                .of(ADA);

        assertThat(looked).isEmpty();
        assertThat(search.problems()).containsExactly("You can name 50 of a kind at once, not 60. Leave out some.");
    }

    @Test
    void takesTheNarrowerOfTwoDays() {
        var search = meant(typed("after:2026-11-01 after:2026-11-03 before:2026-12-01 before:2026-11-20"));

        assertThat(search.after()).hasToString("Optional[2026-11-03]");
        assertThat(search.before()).hasToString("Optional[2026-11-20]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state:aproved     | No state is called “aproved”. Choose among: draft, checking,",
                "tier:5            | There is no tier “5”. Choose among: 1, 2, 3, 4.",
                "tier:01           | There is no tier “01”.",
                "who:nobody        | No person is called “nobody”. Write a full name, a user name, or me.",
                "system:elsewhere  | No system is called “elsewhere”. Write its key or its full name.",
                "after:yesterday   | “yesterday” is not a date for “after:”. Write year, month and day, such as 2026-11-01.",
                "before:2026-02-30 | “2026-02-30” is not a date for “before:”.",
                "after:+2026-11-1  | “+2026-11-1” is not a date",
                "state:%s          | No state is called “%s”.",
                "stae:draft        | You can't search by “stae:”."
            })
    void saysWhatItDoesNotKnowAndKeepsWhatWasTyped(String typed, String problem) {
        var search = meant(typed(typed + " pool mine"));

        assertThat(search.problems()).singleElement().asString().startsWith(problem);
        assertThat(search.text()).isEqualTo(typed + " pool mine");
    }

    @Test
    void saysEveryThingThatIsWrong() {
        assertThat(meant(typed("state:x tier:9 foo:bar before:")).problems()).hasSize(4);
    }

    @Test
    void leavesNothingOutOfALongSearch() {
        assertThat(meant(typed("x".repeat(401))).problems())
                .containsExactly("You can search for 400 characters at most. Leave out some words.");
        assertThat(meant(typed("a ".repeat(25))).problems())
                .containsExactly("You can search for 24 words at once. Leave out some.");
    }

    @Test
    void knowsADayFromThePlaceOfAFormerLink() {
        var former = new Asked(null, null, null, null, null, "true", null, "CHG-000031", null, null, null);

        assertThat(former.place()).hasToString("Optional[CHG-000031]");
        assertThat(meant(former).problems()).isEmpty();
        assertThat(meant(former).before()).isEmpty();
    }

    private static Asked typed(String text) {
        return new Asked(text, null, null, null, null, null, null, null, null, null, "Europe/Madrid");
    }

    private static ChangeSearch meant(Asked asked) {
        return new AskedMeaning(asked, AskedMeaningTests::people, AskedMeaningTests::systems).of(ADA);
    }

    private static Set<PersonId> people(String word) {
        return switch (word) {
            case "ben", "Ben Adeyemi" -> Set.of(BEN);
            case "me" -> Set.of(ADA);
            default -> Set.of();
        };
    }

    private static Set<String> systems(String word) {
        return word.equals("cart") ? Set.of("cart") : Set.of();
    }
}
