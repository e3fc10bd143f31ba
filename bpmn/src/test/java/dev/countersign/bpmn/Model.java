package dev.countersign.bpmn;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the tests need to know of a model file. */
record Model(String resource, BpmnModelInstance definitions) {
    private static final String USER_TASK = "io.camunda.zeebe:userTask";

    static Model read(String resource) {
        var file = Model.class.getClassLoader().getResourceAsStream(resource);
        return new Model(resource, Bpmn.readModelFromStream(file));
    }

    String jobTypeOf(String id) {
        FlowElement task = definitions.getModelElementById(id);
        return task instanceof UserTask
                ? USER_TASK
                : task.getSingleExtensionElement(ZeebeTaskDefinition.class).getType();
    }

    /** Every element and flow; without the flows out of event-based gateways, which the engine does not record. */
    Set<String> elements() {
        return definitions.getModelElementsByType(FlowElement.class).stream()
                .filter(element ->
                        !(element instanceof SequenceFlow flow && flow.getSource() instanceof EventBasedGateway))
                .map(FlowElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
