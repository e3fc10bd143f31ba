package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Catalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedTableTests {

    private static final String SHIPPED = BasePolicy.read();

    @Test
    void isWrittenAsTheEditorWouldWriteIt() {
        assertThat(TableFile.write(table())).isEqualTo(SHIPPED);
    }

    @Test
    void meansTheSameToTheEngineAndToOurReading() {
        DecisionTable engine = DecisionTable.parse(SHIPPED);
        RuleTable reading = table();
        assertThat(FactCombinations.all()).allSatisfy(facts -> {
            assertThat(engine.clauses(facts, false)).isEqualTo(reading.clauses(facts, false));
            assertThat(engine.clauses(facts, true)).isEqualTo(reading.clauses(facts, true));
        });
    }

    @Test
    void standsInTheCatalogueClauseByClause() {
        Map<String, String> clauses = new HashMap<>();
        table().rules().forEach(rule -> clauses.put(rule.id(), rule.description()));
        for (ClauseTemplate template : ClauseTemplate.values()) {
            clauses.put(template.rule().id(), template.rule().description());
        }
        assertThat(Catalogue.section("Clauses")).isEqualTo(clauses);
    }

    private static RuleTable table() {
        return TableParser.read(TableReader.read(SHIPPED), Set.of()) instanceof TableReading.Fine(RuleTable table)
                ? table
                : new RuleTable(List.of());
    }
}
