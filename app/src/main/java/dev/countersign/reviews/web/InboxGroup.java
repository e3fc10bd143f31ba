package dev.countersign.reviews.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose turn it is, from what the reader has to do to what others must. */
enum InboxGroup {
    YOURS("Claimed by you"),
    ASKED("You are asked for"),
    FREE("You can claim"),
    OTHERS("For others");

    private final String label;

    InboxGroup(String label) {
        this.label = label;
    }

    /**
     * A stretch of the list.
     *
     * @param label what stands above it; null where the list is in another order
     */
    record Stretch(@Nullable String label, List<InboxRow> rows) {}

    static List<Stretch> of(List<InboxRow> rows) {
        Map<InboxGroup, List<InboxRow>> filed = rows.stream().collect(Collectors.groupingBy(InboxRow::group));
        return Arrays.stream(values())
                .filter(filed::containsKey)
                .map(group -> new Stretch(group.label, filed.getOrDefault(group, List.of())))
                .toList();
    }

    /** All of them as they stand. */
    static List<Stretch> inOrder(List<InboxRow> rows) {
        return rows.isEmpty() ? List.of() : List.of(new Stretch(null, rows));
    }
}
