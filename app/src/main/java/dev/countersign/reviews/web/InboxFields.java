package dev.countersign.reviews.web;

import dev.countersign.registry.Department;
import dev.countersign.registry.SystemFilter;
import dev.countersign.reviews.InboxFilter;
import dev.countersign.reviews.InboxOrder;
import dev.countersign.reviews.InboxState;
import java.util.List;
import java.util.stream.Stream;

/** What can be chosen in the fields above the inbox, and what is chosen. */
public record InboxFields(List<Several> several, List<Box> orders) {

    /** One choice of a field. */
    public record Box(String value, String label, boolean chosen) {}

    /** A field of which any number can be chosen. */
    public record Several(String name, String label, List<Box> boxes) {
        public long chosen() {
            return boxes.stream().filter(Box::chosen).count();
        }
    }

    static InboxFields of(InboxSearch search, List<Department> departments) {
        InboxFilter filter = search.filter();
        List<Box> states = Stream.of(InboxState.values())
                .map(one -> new Box(one.word(), one.label(), filter.states().contains(one)))
                .toList();
        List<Box> tiers = SystemFilter.TIERS.stream()
                .map(one -> new Box("" + one, "Tier " + one, filter.tiers().contains(one)))
                .toList();
        List<Box> rooms = departments.stream()
                .map(one -> new Box(one.key(), one.name(), filter.departments().contains(one.key())))
                .toList();
        return new InboxFields(
                List.of(
                        new Several("state", "State", states),
                        new Several("tier", "Tier", tiers),
                        new Several("department", "Department", rooms)),
                Stream.of(InboxOrder.values())
                        .map(one -> new Box(one.word(), one.label(), one == search.order()))
                        .toList());
    }
}
