package dev.countersign.matrix;

import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.JONAS;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.DocumentField;
import dev.countersign.identity.Known;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.SignIn;
import dev.countersign.reviews.Remarks;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;

/** Threads as the table names them, about a change of Ben's that its reviewers are about to read. */
final class Talkers {

    private static final int TALKERS = 12;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Person REVIEWER = Personas.withRoles(JONAS, Role.REVIEWER);

    private final BeanFactory beans;
    private final Cast cast;
    private final Changes changes;
    private final Remarks remarks;
    private final ChangeScene about;

    Talkers(BeanFactory beans) {
        this.beans = beans;
        cast = Cast.in(beans);
        changes = beans.getBean(Changes.class);
        remarks = beans.getBean(Remarks.class);
        about = new ChangeScene(beans);
    }

    Scene scene(String name) {
        return switch (name) {
            case "talked" -> about(openedBy(CHLOE));
            case "open-talk" -> about(openedBy(ELENA));
            case "settled" -> about(settled());
            default -> throw new IllegalStateException("Expected a scene of talkers, but found '%s'.".formatted(name));
        };
    }

    /** About one more thread, opened by a reviewer whom the table does not know. A draft has no text to talk about. */
    Scene talkedOf(Scene scene) {
        ChangeId id = new ChangeId(scene.places().get("id"));
        if (cast.change(id).current().isEmpty()) {
            return scene.with("number", "1");
        }
        Person person = SignIn.person("talker-" + NUMBER.incrementAndGet() % TALKERS, Role.REVIEWER);
        Known.make(beans, person);
        int opened = remarks.open(id, person, read(id), Optional.of(DocumentField.STEPS), "Why two?");
        return scene.with("number", String.valueOf(opened));
    }

    private ChangeId openedBy(Person person) {
        List.of(BEN, person).forEach(one -> Known.make(beans, one));
        ChangeId id = cast.inReview(BEN, cast.document().withCoAuthors(DMITRI));
        remarks.open(id, person, read(id), Optional.of(DocumentField.STEPS), "Why two?");
        return id;
    }

    /** Opened by Jonas, resolved by Ben; the change was withdrawn, so that nobody reviews it. */
    private ChangeId settled() {
        ChangeId id = openedBy(REVIEWER);
        remarks.mark(id, 1, BEN, true, 1);
        changes.withdraw(id, BEN, "The vendor found a fault.");
        cast.passed(id, "close-open-tasks");
        return id;
    }

    private Scene about(ChangeId id) {
        return about.decisionOn(id).with("number", "1");
    }

    private String read(ChangeId id) {
        return cast.change(id).revision().hash();
    }
}
