package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.policy.CellParser.Reading.Refused;
import dev.countersign.policy.CellParser.Reading.Understood;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CellParserTests {

    private static final Pattern CODE_UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final DemandParser DEMANDS = new DemandParser(Set.of("named-alarms", "exact-artifact"));

    static List<String> hostile() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/policy/hostile-cells.txt"), StandardCharsets.UTF_8)
                .stream()
                .filter(line -> !line.startsWith("# "))
                .map(CellParserTests::decoded)
                .toList();
    }

    @Test
    void isTriedOnMoreThanFiftyHostileCells() throws IOException {
        assertThat(hostile()).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refusesWhatIsHostileInEveryColumn(String cell) {
        assertThat(Fact.values())
                .allSatisfy(fact -> assertThat(CellParser.read(fact, cell))
                        .as(fact.label())
                        .isInstanceOfSatisfying(Refused.class, refused -> {
                            assertThat(refused.why()).isNotBlank();
                            assertThat(refused.wayOut()).contains(fact.range().getFirst());
                        }));
        assertThat(Demand.values())
                .allSatisfy(demand -> assertThat(DEMANDS.read(demand, cell))
                        .as(demand.label())
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Fact.class)
    void refusesHugeInput(Fact fact) {
        String value = fact.range().getFirst();
        assertThat(CellParser.read(fact, (value + ",").repeat(100_000) + value)).isInstanceOf(Refused.class);
        assertThat(CellParser.read(fact, "not(".repeat(50_000) + value + ")".repeat(50_000)))
                .isInstanceOf(Refused.class);
        assertThat(CellParser.read(fact, " ".repeat(1_000_000))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TIER | 1 | 1",
                "TIER | 1,2 | 1, 2",
                "TIER | not( 1 ,2 ) | not(1, 2)",
                "TIER | <3 | < 3",
                "TIER | >= 2, 1 | >= 2, 1",
                "HOUR | [ 8 .. 17 ] | [8..17]",
                "HOUR | not([8..17]) | not([8..17])",
                "KIND | code, data | code, data",
                "KIND | \"code\" , \"data\" | code, data",
                "KIND | code, code | code",
                "BLAST_RADIUS | not(\"global\") | not(global)",
                "CONTROL_PLANE | true | true",
                "CONTROL_PLANE | not(true) | false",
                "CONTROL_PLANE | true, false | ``",
                "CONFLICT | - | ``"
            })
    void readsWhatIsPlainAndWritesItInOneWay(Fact fact, String typed, String written) {
        assertThat(CellParser.read(fact, typed))
                .isInstanceOfSatisfying(
                        Understood.class,
                        read -> assertThat(read.cell().written()).isEqualTo(written));
        assertThat(CellParser.read(fact, written)).isEqualTo(CellParser.read(fact, typed));
    }

    /** The laws of the table go by it. */
    @ParameterizedTest
    @CsvSource({
        "< 2, 1",
        "<= 2, 1 2",
        "> 2, 3 4",
        ">= 2, 2 3 4",
        "[2..3], 2 3",
        "not([2..3]), 1 4",
        "not(1), 2 3 4",
        "'1, >= 3', 1 3 4",
        "-, 1 2 3 4"
    })
    void acceptsWhatItSaysUpToItsBounds(String typed, String accepted) {
        assertThat(CellParser.read(Fact.TIER, typed))
                .isInstanceOfSatisfying(
                        Understood.class,
                        read -> assertThat(Fact.TIER.range().stream().filter(read.cell()::accepts))
                                .containsExactly(accepted.split(" ")));
    }

    @Test
    void refusesWhatNothingSatisfies() {
        assertThat(CellParser.read(Fact.TIER, "not(< 3, >= 3)")).isInstanceOf(Refused.class);
        assertThat(CellParser.read(Fact.HOUR, "< 0")).isInstanceOf(Refused.class);
        assertThat(CellParser.read(Fact.CONFLICT, "not(true, false)")).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"REVIEWS, 3", "REVIEWS, 1.0", "BAKE_MINUTES, 10081", "APPROVAL_HOURS, 99999", "SECOND_KEY, yes"})
    void refusesDemandsThatNobodyCouldMeet(Demand demand, String typed) {
        assertThat(DEMANDS.read(demand, typed)).isEmpty();
    }

    @Test
    void readsChecksByTheirIds() {
        assertThat(DEMANDS.read(Demand.BLOCKING_CHECKS, "named-alarms , exact-artifact"))
                .contains("exact-artifact,named-alarms");
        assertThat(DEMANDS.read(Demand.BLOCKING_CHECKS, "all")).contains("all");
        assertThat(DEMANDS.read(Demand.BLOCKING_CHECKS, "")).contains("");
        assertThat(DEMANDS.read(Demand.BLOCKING_CHECKS, "named-alarms, no-such-check"))
                .isEmpty();
    }

    private static String decoded(String line) {
        return CODE_UNIT
                .matcher(line)
                .replaceAll(unit -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(unit.group(1), 16))));
    }
}
