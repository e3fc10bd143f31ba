package dev.countersign.gate.web;

import dev.countersign.identity.RefusedRoute;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** A pipeline that is refused before its question is looked at is told no as well. */
@Component
class GateRefused implements RefusedRoute {

    private static final int TOO_MANY = 429;

    @Override
    public String path() {
        return "/api/gate/decisions";
    }

    @Override
    public void explain(ProblemDetail problem) {
        if (problem.getStatus() == TOO_MANY) {
            Denials.tooMany(problem);
        } else {
            Denials.unseen(problem);
        }
    }
}
