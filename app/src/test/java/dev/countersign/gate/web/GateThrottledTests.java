package dev.countersign.gate.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gate.Reason;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.RequestMapping;

class GateThrottledTests {

    private final GateThrottled throttled = new GateThrottled();

    @Test
    void deniesWhatItDidNotLookAt() {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.TOO_MANY_REQUESTS);

        throttled.explain(problem);

        assertThat(problem.getProperties()).containsEntry("decision", "deny");
        assertThat(problem.getProperties().get("reasons"))
                .asInstanceOf(InstanceOfAssertFactories.list(Reason.class))
                .extracting(Reason::code)
                .isEqualTo(List.of("gate.too-many-questions"));
    }

    @Test
    void isAboutTheGatesOwnRoute() {
        var decide = Arrays.stream(GateController.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("decide"))
                .findFirst()
                .orElseThrow();
        assertThat(AnnotatedElementUtils.findMergedAnnotation(decide, RequestMapping.class)
                        .path())
                .containsExactly(throttled.path());
    }
}
