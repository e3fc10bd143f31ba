package dev.countersign.engine;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The process models that this version of the house brings along. */
@Component
public class Models {

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final CamundaClient client;

    Models(CamundaClient client) {
        this.client = client;
    }

    /** Gives Camunda every model; one that it has in just this form keeps its version. */
    void deploy() {
        for (Resource model : all()) {
            String name = String.valueOf(model.getFilename());
            client.newDeployResourceCommand()
                    .addResourceBytes(bytes(model), name)
                    .send()
                    .join();
            LOG.info("Deployed {}", name);
        }
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
