package dev.countersign.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.desk.Task;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleRouteTests {

    private static final Task REVIEW = task("Review", "Split the coupon table");
    private static final Task AMEND = task("Amend", "Cache wave plans on disk");

    @Test
    void namesTheFirstOfWhatWaits() {
        assertThat(PeopleRoute.words(List.of())).isEmpty();
        assertThat(PeopleRoute.words(List.of(REVIEW))).isEqualTo("Review: Split the coupon table");
        assertThat(PeopleRoute.words(List.of(AMEND, REVIEW, REVIEW)))
                .isEqualTo("Amend: Cache wave plans on disk, and 2 more");
    }

    private static Task task(String action, String title) {
        return new Task(action, title, "CHG-000001", "/changes/CHG-000001", false, Instant.EPOCH, null, "");
    }
}
