package dev.countersign.gate.web;

import dev.countersign.gate.Reason;
import io.swagger.v3.oas.annotations.media.Schema;

/** A reason as a program is told it: people by their ids, as everywhere in the API. */
@Schema(name = "Reason")
record ReasonAnswer(String code, String expected, String actual, String wayOut) {

    static ReasonAnswer of(Reason reason) {
        return new ReasonAnswer(
                reason.code(), reason.expected(), reason.actual().toString(), reason.wayOut());
    }
}
