package dev.countersign.reviews;

import dev.countersign.changes.Duty;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.Department;
import dev.countersign.registry.Systems;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whose leaders' seats are, and who may take them for those who are away. */
@Component
class SeatLeaders {

    private final Systems systems;
    private final AbsenceRows absences;
    private final Clock clock;

    SeatLeaders(Systems systems, AbsenceRows absences, Clock clock) {
        this.systems = systems;
        this.absences = absences;
        this.clock = clock;
    }

    /** Every seat of one duty in one department has the same leader. */
    private record Post(Duty duty, String department) {
        static Post of(Seat seat) {
            return new Post(seat.duty(), seat.change().department());
        }
    }

    /** A leader in one of their departments. */
    private record There(PersonId leader, String department) {}

    /** Who leads where, and by which delegation somebody decides for them now. */
    record Leadership(Map<Post, PersonId> leaders, Map<There, Delegation> delegations) {

        /** Who leads its department in the seat's duty; empty if any reviewer may take it. */
        Optional<PersonId> leader(Seat seat) {
            return Optional.ofNullable(leaders.get(Post.of(seat)));
        }

        /** By which somebody may take it now for who leads there. */
        Optional<Delegation> delegation(Seat seat) {
            return leader(seat)
                    .map(leader -> new There(leader, seat.change().department()))
                    .map(delegations::get);
        }
    }

    /** With as many questions for many as for one. */
    Leadership of(List<Seat> seats) {
        Map<Post, PersonId> leaders = leaders(seats);
        return new Leadership(leaders, delegations(leaders));
    }

    /** To whom its change goes next if nobody takes it. */
    PersonId above(Seat seat) {
        return systems.department(seat.change().department()).vp();
    }

    private Map<Post, PersonId> leaders(List<Seat> seats) {
        Map<Post, PersonId> leaders = new HashMap<>();
        if (seats.stream().anyMatch(Seat::isALeaders)) {
            for (Department one : systems.departments()) {
                leaders.put(new Post(Duty.DIRECTOR, one.key()), one.director());
                leaders.put(new Post(Duty.VP, one.key()), one.vp());
            }
        }
        leaders.keySet().retainAll(seats.stream().map(Post::of).collect(Collectors.toSet()));
        return leaders;
    }

    private Map<There, Delegation> delegations(Map<Post, PersonId> leaders) {
        List<There> led = leaders.entrySet().stream()
                .map(one -> new There(one.getValue(), one.getKey().department()))
                .distinct()
                .toList();
        return led.isEmpty()
                ? Map.of()
                : absences
                        .delegations(
                                led.stream().map(There::leader).toList(),
                                led.stream().map(There::department).toList(),
                                clock.instant())
                        .stream()
                        .collect(Collectors.toMap(
                                one -> new There(one.delegation().delegator(), one.department()),
                                AbsenceRows.InDepartment::delegation));
    }
}
