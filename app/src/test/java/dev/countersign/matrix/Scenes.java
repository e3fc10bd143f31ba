package dev.countersign.matrix;

import dev.countersign.Cast;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Status;
import dev.countersign.matrix.States.Presence;
import dev.countersign.matrix.Table.Row;
import dev.countersign.policy.AddendumState;
import dev.countersign.policy.DraftState;
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
    private final Bypassers bypassers;

    Scenes(BeanFactory beans) {
        cast = Cast.in(beans);
        health = beans.getBean(HealthEndpoint.class);
        leaders = new Leaders(beans);
        writers = new Writers(beans, leaders);
        drafters = new Drafters(beans);
        keepers = new Keepers(beans);
        talkers = new Talkers(beans);
        absentees = new Absentees(beans);
        bypassers = new Bypassers(beans);
    }

    /** Fresh each time, and in the state that the table has it in. */
    Scene set(String name) {
        Scene scene = of(name);
        States.demand(name, scene);
        return scene;
    }

    /** The same with a thread that nobody has touched, if the row needs one and the scene has none of its own. */
    Scene ready(Row row, Scene scene) {
        return row.isAboutThread() && !scene.hasThread() ? talkers.talkedOf(scene) : scene;
    }

    /** Makes the scene good for others when somebody has done what the row is about; says whether it is. */
    boolean restore(Row row, Scene scene) {
        if (row.path().equals("/changes/{id}/hold")) {
            writers.letGoOn(scene);
            return true;
        }
        return row.path().startsWith("/reviews/threads/{id}") && !scene.hasThread();
    }

    void end() {
        writers.end();
        absentees.callBack();
        leaders.endAddenda();
        keepers.withdrawAll();
        bypassers.settleAll();
    }

    private Scene of(String name) {
        return switch (name) {
            case "nothing" -> nothing();
            case "well" -> well();
            case "passkey" -> nobodysPasskey();
            case "filter" -> new Scene(Map.of("id", "0"), Map.of(), () -> "");
            case "talked", "open-talk", "settled" -> talkers.scene(name);
            case "policy" -> drafters.scene(name);
            case "there" -> absentees.scene(name);
            case "bypass-open", "bypass-closed" -> bypassers.scene(name);
            default -> ofKind(name);
        };
    }

    private Scene ofKind(String name) {
        return switch (States.of(name).orElse(null)) {
            case Status _ -> writers.scene(name);
            case AddendumState _ -> leaders.scene(name);
            case DraftState _ -> drafters.scene(name);
            case Presence _ -> absentees.scene(name);
            case null, default -> keepers.scene(name);
        };
    }

    private Scene nothing() {
        Map<String, String> fields = new LinkedHashMap<>(cast.document().fields());
        Leaders.PROPOSAL.forEach(fields::putIfAbsent);
        return new Scene(
                Map.of("key", "cart-api", "process", ChangePlan.PROCESS, "subject", "CHG-999999999"), fields, () -> "");
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
