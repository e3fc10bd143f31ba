package dev.countersign.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.DeploymentEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The process models that this version of the house brings along, and under which key Camunda has each. */
@Component
public class Models {

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    /** One version of a process in Camunda. */
    private record Definition(long key, int version) {}

    private final CamundaClient client;
    private final Installation installation;
    private final Map<String, Definition> deployed = new ConcurrentHashMap<>();
    private final Map<String, Integer> others = new ConcurrentHashMap<>();

    Models(CamundaClient client, Installation installation) {
        this.client = client;
        this.installation = installation;
    }

    /** Gives Camunda every model; one that it has in just this form keeps its version. */
    void deploy() {
        for (Resource model : all()) {
            String name = String.valueOf(model.getFilename());
            remember(client.newDeployResourceCommand()
                    .addResourceBytes(installation.render(bytes(model)), installation.named(name))
                    .send()
                    .join());
            LOG.info("Deployed {}", name);
        }
    }

    private void remember(DeploymentEvent event) {
        event.getProcesses()
                .forEach(process -> installation
                        .ours(process.getBpmnProcessId())
                        .ifPresent(id -> deployed.put(
                                id, new Definition(process.getProcessDefinitionKey(), process.getVersion()))));
    }

    /** The key of the version that this application deployed; it deploys it if it has not yet. */
    long definition(String process) {
        if (!deployed.containsKey(process)) {
            deploy();
        }
        return Optional.ofNullable(deployed.get(process))
                .orElseThrow(() -> new IllegalStateException(
                        "Expected to deploy process '%s', but no model has that id.".formatted(process)))
                .key();
    }

    /** Takes down which version some work came from: a later one than ours was deployed by somebody else. */
    void saw(String process, int version) {
        Definition ours = deployed.get(process);
        if (ours != null
                && version > ours.version()
                && !Integer.valueOf(version).equals(others.put(process, version))) {
            LOG.warn(
                    "Process {} runs in version {}, which this application did not deploy; its own is {}. New processes start from its own",
                    process,
                    version,
                    ours.version());
        }
    }

    /** Processes of ours of which a later version runs that this application did not deploy. */
    Map<String, Integer> others() {
        return Map.copyOf(others);
    }

    /** The diagram of a process as XML. */
    public Optional<String> xml(String process) {
        return all().stream()
                .filter(model -> (process + ".bpmn").equals(model.getFilename()))
                .findFirst()
                .map(model -> new String(bytes(model), StandardCharsets.UTF_8));
    }

    private static List<Resource> all() {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.bpmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Resource model) {
        try {
            return model.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
