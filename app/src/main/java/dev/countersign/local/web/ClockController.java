package dev.countersign.local.web;

import dev.countersign.local.LocalClock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moves the time of application and broker: ninety days pass in a second. */
@RestController
@Profile("local")
@RequestMapping("/local/clock")
class ClockController {

    private final LocalClock clock;

    ClockController(LocalClock clock) {
        this.clock = clock;
    }

    record Move(Duration add) {}

    record Time(Instant now, Duration offset) {}

    @GetMapping
    Time time() {
        return new Time(clock.now(), clock.offset());
    }

    /** Only JSON: a page of another origin cannot send that without being asked first. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Time move(@RequestBody Move move) {
        clock.move(move.add());
        return time();
    }
}
