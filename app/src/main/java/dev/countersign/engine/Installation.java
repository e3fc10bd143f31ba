package dev.countersign.engine;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name under which this installation's processes, job types and messages stand in a Camunda that others use too.
 * Inside the house nothing carries it; it is put on and taken off at the door.
 */
record Installation(String prefix) {

    private static final Pattern SPELLING = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    Installation {
        if (!prefix.isEmpty() && !SPELLING.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "Expected to read 'countersign.engine.prefix' as a letter and at most 30 small letters, digits and dashes, but it is '%s'."
                            .formatted(prefix));
        }
    }

    /** The name as Camunda has it. */
    String named(String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }

    /** The house's name of what Camunda has; empty if it belongs to somebody else. */
    Optional<String> ours(String name) {
        String start = named("");
        return name.startsWith(start) ? Optional.of(name.substring(start.length())) : Optional.empty();
    }

    /** A model as it is deployed: its process, its job types and its messages carry the name. */
    byte[] render(byte[] model) {
        if (prefix.isEmpty()) {
            return model;
        }
        BpmnModelInstance rendered = Bpmn.readModelFromStream(new ByteArrayInputStream(model));
        rendered.getModelElementsByType(Process.class).forEach(process -> process.setId(named(process.getId())));
        rendered.getModelElementsByType(ZeebeTaskDefinition.class).forEach(task -> task.setType(named(task.getType())));
        rendered.getModelElementsByType(Message.class).forEach(message -> message.setName(named(message.getName())));
        var bytes = new ByteArrayOutputStream();
        Bpmn.writeModelToStream(bytes, rendered);
        return bytes.toByteArray();
    }
}
