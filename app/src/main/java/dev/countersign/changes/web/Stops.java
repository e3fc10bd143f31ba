package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.RoadNews;
import dev.countersign.changes.RoadNews.Note;
import dev.countersign.changes.RoadStop;
import dev.countersign.changes.Status;
import dev.countersign.changes.web.Stop.Mark;
import dev.countersign.identity.People;
import dev.countersign.policy.Requirements;
import dev.countersign.registry.Department;
import dev.countersign.registry.Systems;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The way of a change to production in one line: where it is, what is behind it, and whom it waits for. */
@Component
class Stops {

    private final List<RoadNews> news;
    private final Systems systems;
    private final People people;

    Stops(List<RoadNews> news, Systems systems, People people) {
        this.news = news;
        this.systems = systems;
        this.people = people;
    }

    List<Stop> of(Change change) {
        var notes = new EnumMap<RoadStop, Note>(RoadStop.class);
        news.forEach(one -> notes.putAll(one.of(change)));
        Map<RoadStop, String> beside = beside(change, notes);
        List<RoadStop> way = way(change);
        int at = lastReached(change.status(), notes).map(way::indexOf).orElse(way.size());
        var stops = new ArrayList<Stop>();
        for (int index = 0; index < way.size(); index++) {
            RoadStop stop = way.get(index);
            stops.add(new Stop(stop.label(), beside.getOrDefault(stop, ""), mark(change.status(), index, at)));
        }
        return change.status().ended() && change.status() != Status.CLOSED ? ended(change, stops) : stops;
    }

    /** What never came is left out, and how it ended stands in its place. */
    private static List<Stop> ended(Change change, List<Stop> stops) {
        var way = new ArrayList<>(stops);
        way.removeIf(stop -> stop.mark() != Mark.DONE);
        way.add(new Stop(change.status().label(), "", Mark.OVER));
        return way;
    }

    private static Mark mark(Status status, int index, int at) {
        if (index < at) {
            return Mark.DONE;
        }
        if (index > at || status.ended()) {
            return Mark.AHEAD;
        }
        return status == Status.NEEDS_WORK ? Mark.BACK : Mark.NOW;
    }

    /** The stop that it is at, or that it did not come past; empty if it came past all. */
    private static Optional<RoadStop> lastReached(Status status, Map<RoadStop, Note> notes) {
        return switch (status) {
            case DRAFT -> Optional.of(RoadStop.DRAFT);
            case NEEDS_WORK ->
                Stream.of(RoadStop.values())
                        .filter(stop ->
                                notes.containsKey(stop) && notes.get(stop).asksForWork())
                        .findFirst()
                        .or(() -> Optional.of(RoadStop.CHECKS));
            case CHECKING, WITHDRAWN -> Optional.of(RoadStop.CHECKS);
            case IN_REVIEW, REJECTED -> Optional.of(RoadStop.REVIEWS);
            case SIGN_OFF -> Optional.of(RoadStop.DIRECTOR);
            case ESCALATED -> Optional.of(RoadStop.VP);
            case APPROVED, EXPIRED -> Optional.of(RoadStop.WINDOW);
            case BAKING, OUTCOME -> Optional.of(RoadStop.BAKE);
            case CLOSED, ROLLED_BACK -> Optional.empty();
        };
    }

    /** Leaders stand on it only where the policy, or what became of it, wants their word. */
    private static List<RoadStop> way(Change change) {
        Optional<Requirements> demanded = change.requirements();
        boolean vp = change.status() == Status.ESCALATED
                || demanded.filter(Requirements::vpApproval).isPresent();
        boolean director = change.status() == Status.SIGN_OFF
                || demanded.filter(Requirements::directorSignOff).isPresent();
        var way = new ArrayList<>(List.of(RoadStop.values()));
        if (!vp) {
            way.remove(RoadStop.VP);
        }
        if (!director) {
            way.remove(RoadStop.DIRECTOR);
        }
        return way;
    }

    private Map<RoadStop, String> beside(Change change, Map<RoadStop, Note> notes) {
        var beside = new EnumMap<RoadStop, String>(RoadStop.class);
        Department department = systems.department(change.department());
        var name = people.names(Set.of(department.director(), department.vp()));
        beside.put(RoadStop.DIRECTOR, given(name.apply(department.director())));
        beside.put(RoadStop.VP, given(name.apply(department.vp())));
        change.requirements().ifPresent(all -> beside.put(RoadStop.BAKE, "%d min".formatted(all.bakeMinutes())));
        notes.forEach((stop, note) -> beside.put(stop, note.words()));
        return beside;
    }

    private static String given(String name) {
        return name.split(" ", 2)[0];
    }
}
