package dev.countersign.desk;

import dev.countersign.desk.Node.Kind;
import dev.countersign.desk.Road.Mark;
import dev.countersign.desk.Road.Step;
import dev.countersign.engine.Visits.Visit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Walks a diagram after the engine's visits. The engine reports work only; the gateways and events in between, and
 * where the token waits without anybody's work, follow from the arrows.
 */
final class Walk {

    private final Diagram diagram;
    private final List<Visit> entered;
    private final List<Visit> seen;
    private final Set<String> passed = new LinkedHashSet<>();

    Walk(Diagram diagram, List<Visit> seen) {
        this.diagram = diagram;
        this.seen = seen;
        this.entered = withoutRetries(seen);
    }

    Road road(String process, Set<String> asked, boolean ended) {
        follow();
        Set<String> now = ended ? Set.of() : token(asked);
        Set<String> end = ended ? end() : Set.of();
        now.forEach(this::leadUpTo);
        end.forEach(this::leadUpTo);
        passed.addAll(end);
        passed.removeAll(now);
        return new Road(process, steps(now, end), passed, now, ended);
    }

    /** A worker that failed enters again; to people that is one step. */
    private static List<Visit> withoutRetries(List<Visit> seen) {
        List<Visit> entered = new ArrayList<>();
        for (Visit visit : seen) {
            if (!visit.completed() && (entered.isEmpty() || !isSamePlace(entered.getLast(), visit))) {
                entered.add(visit);
            }
        }
        return List.copyOf(entered);
    }

    private static boolean isSamePlace(Visit one, Visit other) {
        return one.run() == other.run() && one.element().equals(other.element());
    }

    private void follow() {
        List<Visit> before = new ArrayList<>();
        for (Visit visit : entered) {
            connect(before.reversed().stream().filter(earlier -> earlier.run() == visit.run()), visit.element());
            passed.add(visit.element());
            before.add(visit);
        }
    }

    /**
     * By the way from the last place, or from one before it, which work on the side did not end; or else from a start: a
     * message can begin a new thread inside the process.
     */
    private void connect(Stream<Visit> before, String to) {
        Stream.concat(before.map(Visit::element), diagram.starts().stream())
                .flatMap(start -> diagram.way(start, to).stream())
                .findFirst()
                .ifPresent(this::pass);
    }

    private void leadUpTo(String place) {
        if (!entered.isEmpty() && !entered.getLast().element().equals(place)) {
            diagram.way(entered.getLast().element(), place).ifPresent(this::pass);
        }
    }

    private void pass(List<Flow> way) {
        way.forEach(flow -> {
            passed.addAll(List.of(flow.from(), flow.to()));
            if (!flow.id().isEmpty()) {
                passed.add(flow.id());
            }
        });
    }

    /** Where people are asked; else where work goes on; else where the token waits for time or news. */
    private Set<String> token(Set<String> asked) {
        if (!asked.isEmpty()) {
            return asked;
        }
        if (entered.isEmpty()) {
            return Set.of();
        }
        String last = entered.getLast().element();
        List<String> waits = isCompleted(entered.getLast()) ? diagram.next(last, Kind.WAIT) : List.of();
        return Set.of(waits.isEmpty() ? last : waits.getFirst());
    }

    /** Work that Camunda hands out again is not done, though it was said to be. */
    private boolean isCompleted(Visit last) {
        return seen.reversed().stream()
                .filter(visit -> isSamePlace(visit, last))
                .findFirst()
                .filter(Visit::completed)
                .isPresent();
    }

    /** The end that was reached, if the last piece of work leads to only one. */
    private Set<String> end() {
        List<String> ends =
                entered.isEmpty() ? List.of() : diagram.next(entered.getLast().element(), Kind.END);
        return ends.size() == 1 ? Set.copyOf(ends) : Set.of();
    }

    private List<Step> steps(Set<String> now, Set<String> end) {
        List<Step> steps = new ArrayList<>();
        for (Visit visit : entered) {
            boolean last = visit == entered.getLast();
            Mark mark = last && now.contains(visit.element()) ? Mark.NOW : Mark.PASSED;
            steps.add(new Step(visit.element(), diagram.name(visit.element()), mark, visit.run(), visit.at()));
        }
        int run = entered.isEmpty() ? 1 : entered.getLast().run();
        boolean told = steps.stream().anyMatch(step -> step.mark() == Mark.NOW);
        now.stream()
                .filter(place -> !told)
                .forEach(place -> steps.add(new Step(place, diagram.waitingAt(place), Mark.NOW, run, null)));
        end.forEach(place -> steps.add(new Step(place, diagram.name(place), Mark.END, run, null)));
        return steps;
    }
}
