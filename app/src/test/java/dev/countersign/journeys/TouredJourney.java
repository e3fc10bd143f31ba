package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.local.OnRealStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A journey of real browsers under the addendum, whose pages are looked at on the way. */
@OnRealStack
abstract class TouredJourney {

    @LocalServerPort
    int port;

    @Autowired
    Staging staging;

    final Tour tour = new Tour();
    Visitors visitors;

    @BeforeEach
    void open() {
        visitors = Visitors.of(port);
        staging.addendum();
    }

    @AfterEach
    void hearsNoComplaintOfABrowser() {
        assertThat(visitors.complaints()).isEmpty();
        assertThat(tour.findings()).isEmpty();
    }
}
