package dev.countersign;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Status;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One vocabulary for diagram, form, table and code: the first difference fails. */
class ModelContractTests {

    private static final String USER_TASK = "io.camunda.zeebe:userTask";
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Set<String> STARTED_WITH = Set.of("changeId", "addendumId", "draftId", "run", "runId");

    static List<ProcessModel> models() {
        return ProcessModel.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void namesEveryElementForMachinesAndForPeople(ProcessModel model) {
        assertThat(model.of(BaseElement.class))
                .extracting(BaseElement::getId)
                .filteredOn(Objects::nonNull)
                .allSatisfy(id -> assertThat(id).matches(KEBAB));
        assertThat(model.nodes())
                .extracting(FlowNode::getName)
                .allSatisfy(name -> assertThat(name).isNotBlank());
    }

    @Test
    void listsEveryTaskInTheReadme() {
        var drawn = new ArrayList<List<String>>();
        models().forEach(model -> {
            model.serviceTasks().forEach((id, type) -> drawn.add(List.of(model.id(), id, "service", type)));
            model.userTasks().keySet().forEach(id -> drawn.add(List.of(model.id(), id, "user", USER_TASK)));
        });
        assertThat(ProcessTable.tasks())
                .extracting(task -> List.of(task.process(), task.element(), task.kind(), task.jobType()))
                .containsExactlyInAnyOrderElementsOf(drawn);
    }

    @Test
    void namesEveryWorkerAfterItsJobType() {
        var wanted = serviceTasks()
                .collect(Collectors.toMap(
                        ModelContractTests::workerOf, ProcessTable.Task::jobType, (first, second) -> first));
        assertThat(serviceTasks())
                .allSatisfy(task -> assertThat(task.implementation()).isEqualTo(workerOf(task)));
        assertThat(wanted).as("models and workers").containsAllEntriesOf(WorkerClasses.types());
    }

    @Test
    void saysTruthfullyWhichWorkersAreBuilt() {
        Set<String> built = serviceTasks()
                .filter(ProcessTable.Task::built)
                .map(ProcessTable.Task::implementation)
                .collect(toCollection(TreeSet::new));
        assertThat(built)
                .as("workers with the status 'built' in bpmn/README.md")
                .isEqualTo(WorkerClasses.types().keySet());
    }

    @ParameterizedTest
    @MethodSource("models")
    void hasTheFormOfEveryUserTask(ProcessModel model) {
        model.userTasks().forEach((element, form) -> {
            assertThat(FormFiles.ids()).containsKey(form);
            assertThat(task(model, element).implementation()).startsWith("forms/" + form + ".form at /");
        });
    }

    @Test
    void opensEveryBuiltUserTaskOnAPage() {
        assertThat(ProcessTable.tasks().stream().filter(task -> task.kind().equals("user") && task.built()))
                .allSatisfy(task -> assertThat(Sources.hasRoute(task.page()))
                        .as(task.page())
                        .isTrue());
    }

    @Test
    void namesEveryFormAfterItsFile() {
        assertThat(FormFiles.ids()).allSatisfy((file, id) -> {
            assertThat(id).isEqualTo(file);
            assertThat(file).matches(KEBAB);
        });
    }

    @Test
    void listsEveryMessageInTheReadme() {
        assertThat(ProcessTable.messages())
                .extracting(message -> List.of(message.process(), message.name(), message.correlation()))
                .containsExactlyInAnyOrderElementsOf(models().stream()
                        .flatMap(model -> model.messages().entrySet().stream()
                                .map(message -> List.of(model.id(), message.getKey(), message.getValue())))
                        .toList());
    }

    @Test
    void publishesTheMessagesOfTheModelsAndNoOther() {
        var built = ProcessTable.messages().stream()
                .filter(ProcessTable.Message::built)
                .map(ProcessTable.Message::name)
                .collect(toCollection(TreeSet::new));
        assertThat(Sources.publishedMessages())
                .as("messages that the code sends")
                .isEqualTo(built);
    }

    @ParameterizedTest
    @MethodSource("models")
    void readsNoVariableThatNobodyWrites(ProcessModel model) {
        assumeThat(serviceTasks().filter(task -> task.process().equals(model.id())))
                .as("built workers of " + model.id())
                .anyMatch(ProcessTable.Task::built);
        var written = new HashSet<>(STARTED_WITH);
        written.addAll(WorkerClasses.outputs(Set.copyOf(model.serviceTasks().values())));
        assertThat(model.variables()).isSubsetOf(written);
    }

    @Test
    void resumesEveryStageOfAChange() {
        var change = models().stream()
                .filter(model -> model.id().equals(ChangePlan.PROCESS))
                .findFirst()
                .orElseThrow();
        Set<String> stages =
                Arrays.stream(Status.values()).map(ChangePlan::stage).collect(toCollection(TreeSet::new));
        assertThat(stages).isEqualTo(change.stagesOf("which-stage"));
    }

    private static Stream<ProcessTable.Task> serviceTasks() {
        return ProcessTable.tasks().stream().filter(task -> task.kind().equals("service"));
    }

    private static ProcessTable.Task task(ProcessModel model, String element) {
        return ProcessTable.tasks().stream()
                .filter(task ->
                        task.process().equals(model.id()) && task.element().equals(element))
                .findFirst()
                .orElseThrow();
    }

    /** `policy.assess-risk` is done by `policy.process.AssessRiskWorker`. */
    private static String workerOf(ProcessTable.Task task) {
        var words = task.jobType().split("[.-]");
        return words[0] + ".process."
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining())
                + "Worker";
    }
}
