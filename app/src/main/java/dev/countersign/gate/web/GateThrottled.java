package dev.countersign.gate.web;

import dev.countersign.identity.Throttled;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** A pipeline that is told to wait is told no as well. */
@Component
class GateThrottled implements Throttled {

    @Override
    public String path() {
        return "/api/gate/decisions";
    }

    @Override
    public void explain(ProblemDetail problem) {
        Denials.tooMany(problem);
    }
}
