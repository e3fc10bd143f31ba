package dev.countersign.matrix;

import dev.countersign.Cast;
import dev.countersign.changes.ChangePlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;

/** Sets the scenes of the table; each kind of thing has somebody who makes it. */
final class Scenes {

    private final Cast cast;
    private final HealthEndpoint health;
    private final Leaders leaders;
    private final Writers writers;
    private final Drafters drafters;
    private final Keepers keepers;
    private final Talkers talkers;
    private final Absentees absentees;

    Scenes(BeanFactory beans) {
        cast = Cast.in(beans);
        health = beans.getBean(HealthEndpoint.class);
        leaders = new Leaders(beans);
        writers = new Writers(beans, leaders);
        drafters = new Drafters(beans);
        keepers = new Keepers(beans);
        talkers = new Talkers(beans);
        absentees = new Absentees(beans);
    }

    /** Fresh each time, and in the state that the table has it in. */
    Scene set(String name) {
        Scene scene = of(name);
        States.demand(name, scene);
        return scene;
    }

    /** The same with a thread that nobody has touched, if the row needs one and the scene has none of its own. */
    Scene ready(Table.Row row, Scene scene) {
        return row.isAboutThread() && !talkers.hasThread(row.scene()) ? talkers.talkedOf(scene) : scene;
    }

    /** Whether the scene is still good for others when somebody has done what the row is about. */
    boolean isAsBefore(Table.Row row, Scene scene) {
        if (row.path().equals("/changes/{id}/hold")) {
            writers.letGoOn(scene);
            return true;
        }
        return row.path().startsWith("/reviews/threads/{id}") && !talkers.hasThread(row.scene());
    }

    void end() {
        writers.end();
        absentees.callBack();
        leaders.endAddenda();
        keepers.withdrawAll();
    }

    private Scene of(String name) {
        return switch (name) {
            case "nothing" -> nothing();
            case "well" -> well();
            case "passkey" -> nobodysPasskey();
            case "talked", "open-talk", "settled" -> talkers.scene(name);
            case "proposed", "declined", "scheduled", "in-force", "amended", "run-out", "ended-early" ->
                leaders.scene(name);
            case "policy", "draft-begun", "draft-proposed", "draft-approved", "draft-in-force" -> drafters.scene(name);
            case "there", "absent-soon", "absent", "back", "absent-before" -> absentees.scene(name);
            case "system",
                    "department",
                    "new-department",
                    "incident",
                    "rehearsed",
                    "edit-proposed",
                    "override-proposed",
                    "incident-proposed",
                    "edit-adopted",
                    "edit-declined",
                    "edit-withdrawn",
                    "incident-adopted" -> keepers.scene(name);
            default -> writers.scene(name);
        };
    }

    private Scene nothing() {
        Map<String, String> fields = new LinkedHashMap<>(cast.document().fields());
        Leaders.PROPOSAL.forEach(fields::putIfAbsent);
        return new Scene(Map.of("key", "cart-api", "process", ChangePlan.PROCESS), fields, () -> "");
    }

    /** One may be offered to each leader; none is there. */
    private static Scene nobodysPasskey() {
        return new Scene(Map.of("id", UUID.randomUUID().toString()), Map.of("label", "Key of the table"), () -> "");
    }

    /** A moved clock makes Camunda look late for a moment. */
    private Scene well() {
        Cast.await("the house is well")
                .until(() -> health.health().getStatus().getCode().equals("UP"));
        return nothing();
    }
}
