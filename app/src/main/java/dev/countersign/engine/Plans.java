package dev.countersign.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every kind of process that the house knows. */
@Component
class Plans {

    private final Map<String, Plan> plans;

    Plans(List<Plan> plans) {
        this.plans = plans.stream().collect(Collectors.toMap(Plan::process, Function.identity()));
    }

    Optional<Plan> find(String process) {
        return Optional.ofNullable(plans.get(process));
    }

    Plan get(String process) {
        return find(process)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected to find the plan of process '%s', but no module has it.".formatted(process)));
    }
}
