package dev.countersign.desk.web;

import dev.countersign.desk.Task;
import dev.countersign.desk.Task.Horizon;
import dev.countersign.moments.MomentWords;
import dev.countersign.moments.ReaderZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Somebody's tasks by when they should be done; the reader's day ends where they live. */
record Horizons(String label, List<Task> tasks) {

    static List<Horizons> of(List<Task> all, Instant now) {
        Instant midnight = MomentWords.forReader()
                .startOf(LocalDate.ofInstant(now, ReaderZone.now()).plusDays(1));
        return Arrays.stream(Horizon.values())
                .map(horizon -> new Horizons(
                        horizon.label(),
                        all.stream()
                                .filter(task -> task.horizon(now, midnight) == horizon)
                                .toList()))
                .filter(group -> !group.tasks().isEmpty())
                .toList();
    }
}
