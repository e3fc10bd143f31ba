package dev.countersign.matrix;

import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.FARID;

import dev.countersign.identity.People;
import dev.countersign.reviews.Absence;
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
            case "there" -> about(0);
            case "absent" -> about(away().id());
            case "back" -> about(backAgain());
            default ->
                throw new IllegalStateException("Expected a scene of the table, but found '%s'.".formatted(name));
        };
    }

    void callBack() {
        absences.current().forEach(absence -> absences.end(absence.id(), people.get(absence.person())));
    }

    private Absence away() {
        Instant now = clock.instant();
        return absences.declare(
                new AbsencePlan(ELENA.id(), now, now.plus(Duration.ofHours(1)), "On leave", Optional.empty()), ELENA);
    }

    private long backAgain() {
        long id = away().id();
        absences.end(id, ELENA);
        return id;
    }

    private Scene about(long id) {
        Map<String, String> typed = Map.of(
                "_person", ELENA.id().value(),
                "from", minute(clock.instant()),
                "until", minute(clock.instant().plus(Duration.ofHours(2))),
                "reason", "On leave",
                "delegate", FARID.id().value());
        return new Scene(
                Map.of("id", String.valueOf(id)),
                typed,
                () -> absences.current().toString());
    }

    private static String minute(Instant moment) {
        return moment.toString().substring(0, 16);
    }
}
