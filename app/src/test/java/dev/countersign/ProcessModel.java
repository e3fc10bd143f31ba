package dev.countersign;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a `.bpmn` file promises to the code. */
record ProcessModel(String id, BpmnModelInstance definitions) {

    private static final Pattern STAGE = Pattern.compile("stage = \"([a-z-]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\w)[a-z]\\w*(?![\\w(])");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final List<String> EXPRESSION_ATTRIBUTES = List.of("correlationKey", "inputCollection", "dueDate");
    private static final Set<String> FEEL_WORDS = Set.of("if", "then", "else", "null", "or", "and", "not", "date");

    static List<ProcessModel> all() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.bpmn"))
                    .map(ProcessModel::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Element id to job type. */
    Map<String, String> serviceTasks() {
        var types = new TreeMap<String, String>();
        of(ServiceTask.class)
                .forEach(task -> types.put(
                        task.getId(),
                        task.getSingleExtensionElement(ZeebeTaskDefinition.class)
                                .getType()));
        return types;
    }

    /** Element id to form. */
    Map<String, String> userTasks() {
        var forms = new TreeMap<String, String>();
        of(UserTask.class)
                .forEach(task -> forms.put(
                        task.getId(),
                        task.getSingleExtensionElement(ZeebeFormDefinition.class)
                                .getFormKey()));
        return forms;
    }

    /** Message name to the variable that it is correlated by. */
    Map<String, String> messages() {
        var keys = new TreeMap<String, String>();
        of(Message.class)
                .forEach(message -> keys.put(
                        message.getName(),
                        message.getSingleExtensionElement(ZeebeSubscription.class)
                                .getCorrelationKey()
                                .replaceFirst("^=", "")));
        return keys;
    }

    Collection<FlowNode> nodes() {
        return of(FlowNode.class);
    }

    <T extends BpmnModelElementInstance> Collection<T> of(Class<T> type) {
        return definitions.getModelElementsByType(type);
    }

    /** The stages for which this gateway has a way; the default way is named after its stage. */
    Set<String> stagesOf(String gateway) {
        return of(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource().getId().equals(gateway))
                .flatMap(ProcessModel::stages)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every variable that an expression of the diagram reads. */
    Set<String> variables() {
        return expressions(definitions.getDocument().getRootElement())
                .map(expression -> TEXT.matcher(expression).replaceAll(""))
                .flatMap(expression -> VARIABLE.matcher(expression).results().map(MatchResult::group))
                .filter(word -> !FEEL_WORDS.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> stages(SequenceFlow flow) {
        return flow.getConditionExpression() == null
                ? Stream.of(flow.getName())
                : STAGE.matcher(flow.getConditionExpression().getTextContent())
                        .results()
                        .map(found -> found.group(1));
    }

    private static Stream<String> expressions(DomElement element) {
        var own = EXPRESSION_ATTRIBUTES.stream().map(element::getAttribute).filter(Objects::nonNull);
        var text = element.getChildElements().isEmpty()
                ? Stream.of(element.getTextContent().strip())
                : Stream.<String>of();
        return Stream.concat(
                Stream.concat(own, text).filter(value -> value.startsWith("=")).map(value -> value.substring(1)),
                element.getChildElements().stream().flatMap(ProcessModel::expressions));
    }

    private static ProcessModel read(Resource file) {
        try (InputStream stream = file.getInputStream()) {
            var definitions = Bpmn.readModelFromStream(stream);
            var process =
                    definitions.getModelElementsByType(Process.class).iterator().next();
            return new ProcessModel(process.getId(), definitions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
