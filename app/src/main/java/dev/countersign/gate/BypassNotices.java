package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeNotice;
import dev.countersign.changes.ChangeNotices;
import dev.countersign.identity.Person;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says on top of a change's page that it was deployed around the gate and that nobody has settled that yet. */
@Component
class BypassNotices implements ChangeNotices {

    private final Bypasses bypasses;

    BypassNotices(Bypasses bypasses) {
        this.bypasses = bypasses;
    }

    @Override
    public List<ChangeNotice> of(Change change, Person reader) {
        return bypasses.openOf(change.id()).stream()
                .map(bypass -> notice(bypass, bypasses.toExplain(bypass, reader).granted()))
                .toList();
    }

    private static ChangeNotice notice(Bypass bypass, boolean yours) {
        return new ChangeNotice(
                yours
                        ? "It was deployed around the gate. Say what happened."
                        : "It was deployed around the gate. %s lies with %s."
                                .formatted(bypass.id(), bypass.level().words()),
                "",
                "/gate/bypasses/" + bypass.id(),
                yours ? "Explain it" : "Read the case",
                yours);
    }
}
