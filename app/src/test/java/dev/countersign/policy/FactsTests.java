package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FactsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Facts EVENING =
            new Facts(2, "code", "production", "one-zone", false, false, "none", List.of(20, 21, 22), false);

    @Test
    void keepTheHoursOfTheWindow() {
        assertThat(JSON.readValue(JSON.writeValueAsString(EVENING), Facts.class))
                .isEqualTo(EVENING);
    }

    @Test
    void readWhatAnEarlierReleaseKeptAsTheHourInWhichItOpened() {
        Facts kept = JSON.readValue("""
                {"tier": 2, "kind": "code", "environment": "production", "blastRadius": "one-zone", "controlPlane": false,
                 "dataMutation": false, "aiInvolvement": "none", "hour": 22, "conflict": false}
                """, Facts.class);
        assertThat(kept.hours()).containsExactly(22);
    }

    /** By the decision engine and by our own reading of the same table. */
    @Test
    void fitAClauseOnHoursIfAnyPartOfTheWindowDoes() {
        RuleTable night = night();
        DecisionTable same = DecisionTable.parse(TableFile.write(night));
        assertThat(night.require(EVENING, false).reviews()).isEqualTo(2);
        assertThat(same.require(EVENING, false)).isEqualTo(night.require(EVENING, false));
        Facts day = EVENING.with(Fact.HOUR, "21");
        assertThat(night.require(day, false).reviews()).isEqualTo(1);
        assertThat(same.require(day, false)).isEqualTo(night.require(day, false));
    }

    private static RuleTable night() {
        TypedTable typed = new TypedTable(Stream.concat(
                        TableReader.read(BasePolicy.read()).rules().stream(),
                        Stream.of(ClauseTemplate.TWO_REVIEWS_AT_NIGHT.rule()))
                .toList());
        return switch (TableParser.read(typed, Set.of())) {
            case TableReading.Fine(RuleTable table) -> table;
            case TableReading.Wrong(List<TableProblem> problems) -> throw new AssertionError(problems);
        };
    }
}
