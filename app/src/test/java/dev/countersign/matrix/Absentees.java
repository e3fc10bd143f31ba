package dev.countersign.matrix;

import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.FARID;

import dev.countersign.identity.People;
import dev.countersign.local.RealStack;
import dev.countersign.matrix.States.Presence;
import dev.countersign.reviews.AbsencePlan;
import dev.countersign.reviews.Absences;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** Absences as the table names them: Elena's, and Farid can decide for her. */
final class Absentees {

    private final Absences absences;
    private final People people;
    private final Clock clock;

    Absentees(BeanFactory beans) {
        absences = beans.getBean(Absences.class);
        people = beans.getBean(People.class);
        clock = beans.getBean(Clock.class);
    }

    Scene scene(String name) {
        callBack();
        return switch (name) {
            case "there" -> about(0, Optional.empty());
            case "absent-soon" -> about(away(Duration.ofHours(1)), Optional.of(Presence.AWAY_SOON));
            case "absent" -> about(away(Duration.ZERO), Optional.of(Presence.AWAY));
            case "back" -> about(backAgain(), Optional.of(Presence.BACK));
            case "absent-before" -> about(awayBefore(), Optional.of(Presence.AWAY_BEFORE));
            default ->
                throw new IllegalStateException("Expected a scene of the table, but found '%s'.".formatted(name));
        };
    }

    void callBack() {
        absences.current().forEach(absence -> absences.end(absence.id(), people.get(absence.person())));
    }

    private long away(Duration in) {
        Instant begin = clock.instant().plus(in);
        var plan = new AbsencePlan(ELENA.id(), begin, begin.plus(Duration.ofHours(1)), "On leave", Optional.empty());
        return absences.declare(plan, ELENA).id();
    }

    private long awayBefore() {
        long id = away(Duration.ZERO);
        RealStack.shared().moveClock(Duration.ofMinutes(65));
        return id;
    }

    private long backAgain() {
        long id = away(Duration.ZERO);
        absences.end(id, ELENA);
        return id;
    }

    private Scene about(long id, Optional<Enum<?>> presence) {
        Map<String, String> typed = Map.of(
                "_person", ELENA.id().value(),
                "from", minute(clock.instant()),
                "until", minute(clock.instant().plus(Duration.ofHours(2))),
                "reason", "On leave",
                "delegate", FARID.id().value());
        return new Scene(
                Map.of("id", String.valueOf(id)),
                typed,
                () -> absences.current().toString(),
                presence);
    }

    private static String minute(Instant moment) {
        return moment.toString().substring(0, 16);
    }
}
