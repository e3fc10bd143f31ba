package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.policy.CellParser.Reading.Understood;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableParserTests {

    private static final TypedRule ALWAYS = rule("always", Map.of(), Map.of(Demand.REVIEWS, "1"));

    @Test
    void namesTheRowTheColumnTheReasonAndTheWayOut() {
        assertThat(problems(ALWAYS, rule("late", Map.of(Fact.HOUR, "now()"), Map.of(Demand.REVIEWS, "7"))))
                .hasSize(2)
                .allSatisfy(problem -> {
                    assertThat(problem.row()).isEqualTo(2);
                    assertThat(problem.why()).isNotBlank();
                    assertThat(problem.wayOut()).isNotBlank();
                })
                .extracting(TableProblem::where)
                .containsExactly("Clause 2, Hour (UTC)", "Clause 2, Reviews");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Upper",
                "two words",
                "-a",
                "a-",
                "a--b",
                "a_b",
                "x\" onload=\"",
                "tier-data",
                "change-requirements",
                "a-if-tier",
                "a-then-reviews",
                "hour-input"
            })
    void refusesNamesOfClausesThatAreNone(String id) {
        assertThat(problems(ALWAYS, rule(id, Map.of(), Map.of())))
                .extracting(TableProblem::field)
                .containsExactly("id");
    }

    @Test
    void refusesTwoClausesOfOneName() {
        assertThat(problems(ALWAYS, ALWAYS)).extracting(TableProblem::field).containsExactly("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\u200b\u00a0\u3164"})
    void refusesDescriptionsThatPeopleCannotRead(String words) {
        TypedRule rule = new TypedRule("odd", words, Map.of(), Map.of());
        assertThat(problems(ALWAYS, rule)).extracting(TableProblem::field).containsExactly("description");
    }

    @Test
    void readsADescriptionAsItIsSeen() {
        var rule = new TypedRule(
                " odd\u00a0", "Two\nlines,\u00a0turned \u202earound\u200b", ALWAYS.facts(), ALWAYS.demands());
        assertThat(problems(ALWAYS, rule)).isEmpty();
    }

    @Test
    void refusesATableWithoutAClauseForEveryChange() {
        assertThat(problems(
                        rule("calm", Map.of(Fact.CONFLICT, "false"), Map.of(Demand.REVIEWS, "1")),
                        rule("busy", Map.of(Fact.CONFLICT, "true"), Map.of(Demand.REVIEWS, "1"))))
                .singleElement()
                .extracting(TableProblem::why)
                .asString()
                .contains("no clause applies to every change");
    }

    @Test
    void refusesATableThatLetsAProductionChangeGoUnreviewed() {
        TypedRule nothing = rule("nothing", Map.of(), Map.of());
        TypedRule most = rule("most", Map.of(Fact.HOUR, "not(3)"), Map.of(Demand.REVIEWS, "1"));
        TypedRule some = rule("some", Map.of(Fact.HOUR, "3", Fact.TIER, "< 4"), Map.of(Demand.REVIEWS, "2"));
        assertThat(problems(nothing, most, some))
                .singleElement()
                .extracting(TableProblem::why)
                .asString()
                .contains("without a review", "tier 4", "hour (utc) 3");
        TypedRule rest =
                rule("rest", Map.of(Fact.TIER, "4", Fact.ENVIRONMENT, "production"), Map.of(Demand.REVIEWS, "1"));
        assertThat(problems(nothing, most, some, rest)).isEmpty();
    }

    @Test
    void refusesReviewsThatOnlyAnAddendumWouldAskFor() {
        assertThat(problems(
                        rule("nothing", Map.of(), Map.of()),
                        rule("added", Map.of(Fact.ADDENDUM, "true"), Map.of(Demand.REVIEWS, "1"))))
                .hasSize(1);
    }

    @Test
    void refusesMoreClausesThanAnybodyReads() {
        assertThat(problems(IntStream.range(0, 51)
                        .mapToObj(number -> ALWAYS.named("clause-" + number))
                        .toArray(TypedRule[]::new)))
                .hasSize(1);
    }

    /** Whatever the parser understands, the engine must read in the same way; the tables are made by chance, always the same. */
    @Test
    void meansTheSameToTheEngineAsToUs() {
        Random chance = new Random(20261124);
        for (int table = 0; table < 12; table++) {
            RuleTable ours = fine(random(chance));
            DecisionTable engines = DecisionTable.parse(TableFile.write(ours));
            for (int change = 0; change < 400; change++) {
                Facts facts = facts(chance);
                boolean addendum = chance.nextBoolean();
                assertThat(ours.clauses(facts, addendum))
                        .as("%s of %s", facts, TableFile.write(ours))
                        .isEqualTo(engines.clauses(facts, addendum));
            }
        }
    }

    @Test
    void readsItsOwnFileBack() {
        Random chance = new Random(7);
        for (int table = 0; table < 20; table++) {
            RuleTable written = fine(random(chance));
            assertThat(fine(TableReader.read(TableFile.write(written)))).isEqualTo(written);
        }
    }

    private static TypedTable random(Random chance) {
        List<TypedRule> rules = new ArrayList<>(List.of(ALWAYS));
        for (int row = 0; row < 12; row++) {
            Map<Fact, String> facts = new EnumMap<>(Fact.class);
            for (Fact fact : Fact.values()) {
                String cell = chance.nextInt(3) == 0 ? cell(fact, chance) : "";
                facts.put(fact, CellParser.read(fact, cell) instanceof Understood ? cell : "");
            }
            rules.add(rule("row-" + row, facts, Map.of(Demand.BAKE_MINUTES, Integer.toString(row))));
        }
        return new TypedTable(rules);
    }

    private static String cell(Fact fact, Random chance) {
        boolean number = fact.type() == Fact.Type.NUMBER;
        String list = IntStream.rangeClosed(0, chance.nextInt(3))
                .mapToObj(_ -> switch (number ? chance.nextInt(6) : 0) {
                    case 1 -> "< " + any(fact, chance);
                    case 2 -> "<= " + any(fact, chance);
                    case 3 -> "> " + any(fact, chance);
                    case 4 -> ">= " + any(fact, chance);
                    case 5 -> "[%s..%s]".formatted(fact.range().getFirst(), any(fact, chance));
                    default -> any(fact, chance);
                })
                .collect(Collectors.joining(", "));
        return chance.nextInt(3) == 0 ? "not(" + list + ")" : list;
    }

    private static String any(Fact fact, Random chance) {
        return fact.range().get(chance.nextInt(fact.range().size()));
    }

    private static Facts facts(Random chance) {
        Map<Fact, String> chosen = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            chosen.put(fact, any(fact, chance));
        }
        return FactCombinations.facts(chosen);
    }

    private static TypedRule rule(String id, Map<Fact, String> facts, Map<Demand, String> demands) {
        return new TypedRule(id, "Made up & <tested>.", facts, demands);
    }

    private static List<TableProblem> problems(TypedRule... rules) {
        return switch (TableParser.read(new TypedTable(List.of(rules)), Set.of())) {
            case TableReading.Fine _ -> List.of();
            case TableReading.Wrong(List<TableProblem> problems) -> problems;
        };
    }

    private static RuleTable fine(TypedTable typed) {
        return switch (TableParser.read(typed, Set.of())) {
            case TableReading.Fine(RuleTable table) -> table;
            case TableReading.Wrong(List<TableProblem> problems) -> throw new AssertionError(problems);
        };
    }
}
