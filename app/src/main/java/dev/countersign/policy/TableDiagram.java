package dev.countersign.policy;

/** The picture in the DMN file: the facts below, the decision above, and a line for each fact. */
final class TableDiagram {

    private static final int LEFT = 100;
    private static final int STEP = 150;
    private static final int WIDTH = 125;
    private static final int DECISION_WIDTH = 180;

    private TableDiagram() {}

    static String write() {
        int facts = Fact.values().length;
        int decision = LEFT + (STEP * (facts - 1) + WIDTH - DECISION_WIDTH) / 2;
        StringBuilder diagram = new StringBuilder("""
                  <dmndi:DMNDI>
                    <dmndi:DMNDiagram id="change-requirements-diagram">
                      <dmndi:DMNShape id="change-requirements-shape" dmnElementRef="change-requirements">
                        <dc:Bounds height="80" width="180" x="%d" y="100" />
                      </dmndi:DMNShape>
                """.formatted(decision));
        for (Fact fact : Fact.values()) {
            int left = LEFT + STEP * fact.ordinal();
            int top = decision + DECISION_WIDTH * (fact.ordinal() + 1) / (facts + 1);
            diagram.append("""
                          <dmndi:DMNShape id="%1$s-shape" dmnElementRef="%1$s-data">
                            <dc:Bounds height="45" width="125" x="%2$d" y="300" />
                          </dmndi:DMNShape>
                          <dmndi:DMNEdge id="%1$s-edge" dmnElementRef="%1$s-requirement">
                            <di:waypoint x="%3$d" y="300" />
                            <di:waypoint x="%4$d" y="200" />
                            <di:waypoint x="%4$d" y="180" />
                          </dmndi:DMNEdge>
                    """.formatted(fact.word(), left, left + WIDTH / 2, top));
        }
        return diagram.append("""
                    </dmndi:DMNDiagram>
                  </dmndi:DMNDI>
                """).toString();
    }
}
