package dev.countersign.desk;

import java.util.List;

/**
 * What somebody finds on their desk.
 *
 * @param tasks what they can do now, the most urgent first
 * @param pending what they wait for
 * @param ownChanges how many changes of theirs are under way
 */
public record Work(List<Task> tasks, List<Pending> pending, int ownChanges) {

    public Work {
        tasks = List.copyOf(tasks);
        pending = List.copyOf(pending);
    }
}
