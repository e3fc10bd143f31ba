package dev.countersign.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTests {

    private static final Installation ALONE = new Installation("");
    private static final Installation BLUE = new Installation("blue");

    @Test
    void namesEverythingThatCamundaMayConfuseWithAnotherInstallations() throws IOException {
        BpmnModelInstance blue = model(BLUE.render(bytes()));
        assertThat(blue.getModelElementsByType(Process.class))
                .extracting(Process::getId)
                .containsExactly("blue.production-change");
        assertThat(blue.getModelElementsByType(ZeebeTaskDefinition.class))
                .isNotEmpty()
                .extracting(ZeebeTaskDefinition::getType)
                .allMatch(type -> type.startsWith("blue."));
        assertThat(blue.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrder("blue.change-executed", "blue.change-withdrawn");
    }

    @Test
    void leavesTheModelAsItIsWhereNobodyElseIs() throws IOException {
        assertThat(ALONE.render(bytes())).isEqualTo(bytes());
    }

    @Test
    void knowsItsOwn() {
        assertThat(ALONE.named("changes.claim-process")).isEqualTo("changes.claim-process");
        assertThat(BLUE.named("changes.claim-process")).isEqualTo("blue.changes.claim-process");
        assertThat(BLUE.ours("blue.production-change")).contains("production-change");
        assertThat(BLUE.ours("production-change")).isEqualTo(Optional.empty());
        assertThat(BLUE.ours("blueberry.production-change")).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Blue", "blue.", "1blue", " ", "a-name-of-more-than-thirty-one-letters"})
    void refusesANameThatAModelCannotHave(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Installation(prefix))
                .withMessageContaining("countersign.engine.prefix");
    }

    private static byte[] bytes() throws IOException {
        try (InputStream model = InstallationTests.class.getResourceAsStream("/bpmn/production-change.bpmn")) {
            return model.readAllBytes();
        }
    }

    private static BpmnModelInstance model(byte[] bytes) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
    }
}
