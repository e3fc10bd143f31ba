package dev.countersign.desk;

import java.util.List;

/**
 * What somebody finds on their desk.
 *
 * @param tasks what they can do now, the most urgent first
 * @param pending what they wait for
 * @param handovers what came to them or left them lately, the latest first
 * @param letters what somebody wrote to them and waits for an answer to, the latest first
 * @param ownChanges how many changes of theirs are under way
 */
public record Work(List<Task> tasks, List<Pending> pending, List<Handover> handovers, List<Mail> letters, int ownChanges) {

    public Work {
        tasks = List.copyOf(tasks);
        pending = List.copyOf(pending);
        handovers = List.copyOf(handovers);
        letters = List.copyOf(letters);
    }
}
