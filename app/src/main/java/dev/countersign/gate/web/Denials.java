package dev.countersign.gate.web;

import dev.countersign.gate.Asked;
import dev.countersign.gate.Denial;
import dev.countersign.gate.Reason;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** A no that is not even an answer, as a problem detail that still says `deny` and why. */
final class Denials {

    private static final String TYPES = "https://countersign.example/problems/";

    static final Reason UNAVAILABLE = Denial.UNAVAILABLE.because(
            "a decision by what the database says",
            "the database does not answer, or keeps nothing",
            "Ask again in a minute; nothing may go meanwhile.");

    private Denials() {}

    static ResponseEntity<Object> unclear(List<Reason> reasons, Asked asked) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                Denial.UNCLEAR_QUESTION.code(),
                "Not accepted",
                "This question can't be answered: %d of its fields can't be used.".formatted(reasons.size()),
                "Correct the fields that the reasons name, and ask again.",
                reasons,
                asked);
    }

    static ResponseEntity<Object> unavailable(Asked asked) {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                UNAVAILABLE.code(),
                "Something failed",
                "Nothing can be decided now: the database does not answer, or keeps nothing.",
                UNAVAILABLE.wayOut(),
                List.of(UNAVAILABLE),
                asked);
    }

    /** Whoever asks too often has not been answered, and nothing may go. */
    static void tooMany(ProblemDetail problem) {
        problem.setProperty("decision", "deny");
        problem.setProperty(
                "reasons",
                List.of(ReasonAnswer.of(Denial.TOO_MANY_QUESTIONS.because(
                        "fewer questions of one account in a minute",
                        "this one was not looked at",
                        "Wait as long as Retry-After says, and ask again; nothing may go meanwhile."))));
    }

    /** Whatever else kept the gate from the question; its own answers say more. */
    static void unseen(ProblemDetail problem) {
        Map<String, Object> said = Objects.requireNonNullElse(problem.getProperties(), Map.of());
        if (said.containsKey("decision")) {
            return;
        }
        problem.setProperty("decision", "deny");
        problem.setProperty(
                "reasons",
                List.of(new ReasonAnswer(
                        String.valueOf(said.get("code")),
                        "a question that this account may ask and the gate can read",
                        "it was not looked at",
                        String.valueOf(said.get("wayOut")))));
    }

    private static ResponseEntity<Object> problem(
            HttpStatus status,
            String code,
            String title,
            String sentence,
            String wayOut,
            List<Reason> reasons,
            Asked asked) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create(TYPES + code));
        problem.setTitle(title);
        problem.setProperty("code", code);
        problem.setProperty("wayOut", wayOut);
        problem.setProperty("decision", "deny");
        problem.setProperty("question", QuestionAnswer.of(asked));
        problem.setProperty("reasons", reasons.stream().map(ReasonAnswer::of).toList());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
