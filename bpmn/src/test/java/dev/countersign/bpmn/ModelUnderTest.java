package dev.countersign.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.process.test.filters.RecordStream;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** One model on an engine of its own; when all tests of a class ran, every element and flow must have been taken. */
final class ModelUnderTest implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Model model;
    private final ZeebeTestEngine engine = EngineFactory.create();
    private final Set<String> methodsRun = new HashSet<>();
    private Duration ahead = Duration.ZERO;
    private ZeebeClient client;
    private Walk current;

    ModelUnderTest(String file) {
        this.model = Model.read("bpmn/" + file);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        engine.start();
        client = EngineClient.of(engine);
        client.newDeployResourceCommand()
                .addResourceFromClasspath(model.resource())
                .send()
                .join();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        methodsRun.add(context.getRequiredTestMethod().toString());
        if (current != null) {
            current.cancel();
            current = null;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        try {
            if (allRan(context.getRequiredTestClass())) {
                var missing = model.elements();
                missing.removeAll(taken());
                assertThat(missing).as("elements and flows that no test took").isEmpty();
            }
        } finally {
            client.close();
            engine.stop();
        }
    }

    Walk start(String processId, Map<String, Object> variables) {
        current = Walk.start(this, processId, variables);
        return current;
    }

    ZeebeClient client() {
        return client;
    }

    RecordStream records() {
        return RecordStream.of(engine.getRecordStreamSource());
    }

    Instant now() {
        return Instant.now().plus(ahead);
    }

    void later(Duration time) {
        settle();
        ahead = ahead.plus(time);
        engine.increaseTime(time);
        settle();
    }

    void settle() {
        try {
            engine.waitForIdleState(PATIENCE);
        } catch (Exception e) {
            throw new IllegalStateException("Expected the engine to come to rest, but it is busy.", e);
        }
    }

    String jobTypeOf(String element) {
        return model.jobTypeOf(element);
    }

    private boolean allRan(Class<?> tests) {
        var declared = Arrays.stream(tests.getDeclaredMethods())
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .map(Object::toString)
                .collect(Collectors.toSet());
        return methodsRun.containsAll(declared);
    }

    private Set<String> taken() {
        return StreamSupport.stream(records().processInstanceRecords().spliterator(), false)
                .filter(ModelUnderTest::isTaken)
                .map(taken -> taken.getValue().getElementId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isTaken(Record<ProcessInstanceRecordValue> happened) {
        return happened.getRecordType() == RecordType.EVENT
                && (happened.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
                        || happened.getIntent() == ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN);
    }
}
