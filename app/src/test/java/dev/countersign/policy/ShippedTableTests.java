package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(FactCombinations.all()).allSatisfy(facts -> {
            assertThat(engine.clauses(facts, false)).isEqualTo(table().clauses(facts, false));
            assertThat(engine.clauses(facts, true)).isEqualTo(table().clauses(facts, true));
        });
    }

    private static RuleTable table() {
        return TableParser.read(TableReader.read(SHIPPED), Set.of()) instanceof TableReading.Fine(RuleTable table)
                ? table
                : new RuleTable(java.util.List.of());
    }
}
