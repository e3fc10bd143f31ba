package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestTests {

    static List<Path> files() {
        return Manifests.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void knowsEveryFieldOf(Path file) {
        assertThat(Manifests.violations(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void listsEveryFileInAKustomization(Path file) {
        if (!Set.of("kustomization", "camunda-values").contains(Manifests.schema(file))) {
            assertThat(Manifests.read(file.resolveSibling("kustomization.yaml")))
                    .contains(file.getFileName().toString());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasEveryFileThatAKustomizationLists(Path file) {
        if (Manifests.schema(file).equals("kustomization")) {
            assertThat(listed(Manifests.tree(file)))
                    .allSatisfy(
                            listed -> assertThat(file.resolveSibling(listed)).matches(Files::exists));
        }
    }

    @Test
    void findsAMisspeltField() {
        String misspelt = Manifests.read(Manifests.ROOT.resolve("base/deployment.yaml"))
                .replace("readOnlyRootFilesystem", "readOnlyRootFileSystem");
        assertThat(Manifests.unknownFields(Manifests.typed(misspelt)))
                .containsExactly("SecurityContext.readOnlyRootFileSystem");
        String values = Manifests.read(Manifests.ROOT.resolve("camunda/values-prod.yaml"));
        assertThat(Manifests.violations("camunda-values", values.replace("pvcSize", "pvcsize")))
                .hasSize(1);
    }

    @Test
    void usesNoResourceWithoutATypedModelOrASchema() {
        assertThat(Manifests.files().stream()
                        .filter(file -> Manifests.schema(file).isEmpty())
                        .map(Manifests::typed))
                .noneMatch(GenericKubernetesResource.class::isInstance);
    }

    private static List<String> listed(Map<?, ?> kustomization) {
        Stream<?> resources = ((List<?>) kustomization.get("resources")).stream();
        Stream<?> patches = kustomization.get("patches") instanceof List<?> list
                ? list.stream().map(patch -> ((Map<?, ?>) patch).get("path"))
                : Stream.empty();
        return Stream.concat(resources, patches).map(Object::toString).toList();
    }
}
