package dev.countersign.gate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.RequestMapping;

class GateRefusedTests {

    private final GateRefused refused = new GateRefused();

    @Test
    void deniesWhatItDidNotLookAt() {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.TOO_MANY_REQUESTS);

        refused.explain(problem);

        assertThat(problem.getProperties()).containsEntry("decision", "deny");
        assertThat(problem.getProperties().get("reasons"))
                .asInstanceOf(InstanceOfAssertFactories.list(ReasonAnswer.class))
                .extracting(ReasonAnswer::code)
                .isEqualTo(List.of("gate.too-many-questions"));
    }

    @Test
    void deniesWhatSomethingElseTurnedAwayUnderItsOwnCode() {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        problem.setProperty("code", "repeated-field");
        problem.setProperty("wayOut", "Send each field once.");

        refused.explain(problem);

        assertThat(problem.getProperties()).containsEntry("decision", "deny");
        assertThat(problem.getProperties().get("reasons"))
                .isEqualTo(List.of(new ReasonAnswer(
                        "repeated-field",
                        "a question that this account may ask and the gate can read",
                        "it was not looked at",
                        "Send each field once.")));
    }

    @Test
    void leavesTheGatesOwnAnswerAsItIs() {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
        problem.setProperty("decision", "deny");
        problem.setProperty("reasons", List.of());

        refused.explain(problem);

        assertThat(problem.getProperties()).containsEntry("reasons", List.of());
    }

    @Test
    void isAboutTheGatesOwnRoute() {
        var decide = Arrays.stream(GateController.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("decide"))
                .findFirst()
                .orElseThrow();
        assertThat(AnnotatedElementUtils.findMergedAnnotation(decide, RequestMapping.class)
                        .path())
                .containsExactly(refused.path());
    }
}
