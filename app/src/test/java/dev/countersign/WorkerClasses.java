package dev.countersign;

import dev.countersign.engine.Worker;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.objenesis.ObjenesisStd;
import org.springframework.util.ClassUtils;

/** Every worker of the application, found without starting it. */
final class WorkerClasses {

    private WorkerClasses() {}

    /** Class name below `dev.countersign` to job type. */
    static Map<String, String> types() {
        var types = new TreeMap<String, String>();
        all().forEach(worker -> types.put(name(worker), typeOf(worker)));
        return types;
    }

    /** The variables that the workers of these job types write. */
    static Set<String> outputs(Set<String> jobTypes) {
        return all().filter(worker -> jobTypes.contains(typeOf(worker)))
                .map(worker -> ResolvableType.forClass(worker)
                        .as(Worker.class)
                        .getGeneric(1)
                        .toClass())
                .flatMap(output -> Arrays.stream(output.getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static Stream<Class<?>> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Worker.class));
        return scanner.findCandidateComponents("dev.countersign").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .filter(worker -> !worker.isMemberClass());
    }

    private static String name(Class<?> worker) {
        return worker.getName().substring("dev.countersign.".length());
    }

    /** A type is a constant, so an instance without its collaborators can tell it. */
    private static String typeOf(Class<?> worker) {
        return ((Worker<?, ?>) new ObjenesisStd().newInstance(worker)).type();
    }
}
