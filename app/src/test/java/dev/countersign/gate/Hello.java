package dev.countersign.gate;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Role;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Does nothing, behind the same security chain as the gate: what a decision is compared with. */
@TestComponent
@RestController
@AllowedTo(Role.GATE)
@Hidden
class Hello {

    @PostMapping("/api/hello")
    Greeting hello(@RequestBody Greeting greeting) {
        return greeting;
    }

    record Greeting(String hello) {}
}
