package dev.countersign.registry.files;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What entities of a catalogue say of each other, in our keys; what cannot be told is left out in words. */
final class References {

    private final EntityKeys keys;
    private final Choices choices;
    private final Consumer<BadRow> bad;
    private final Consumer<LeftOut> leftOut;
    private final Set<String> unknownOwners = new TreeSet<>();

    References(EntityKeys keys, Choices choices, Consumer<BadRow> bad, Consumer<LeftOut> leftOut) {
        this.keys = keys;
        this.choices = choices;
        this.bad = bad;
        this.leftOut = leftOut;
    }

    /** Owners that are no department here, and none was chosen for them. */
    Set<String> unknownOwners() {
        return unknownOwners;
    }

    Optional<String> department(Entity entity, YamlNode owner) {
        return read(entity, owner, "group").flatMap(ref -> {
            Optional<String> found =
                    choices.departmentOf(ref).or(() -> ref.isDepartment() ? keys.key(ref) : Optional.empty());
            if (found.isEmpty()) {
                unknownOwners.add(ref.toString());
                leaveOut(
                        owner,
                        ref.toString(),
                        ref.kind().equals("user")
                                ? "a person owns it there; here a department answers for a system: choose one for them"
                                : "it is no department here; choose one for it");
            }
            return found;
        });
    }

    /** Organisations have names and no keys here. */
    Optional<String> organisation(Entity entity, YamlNode parent) {
        return read(entity, parent, "group")
                .map(ref -> ref.namespace().equals(EntityRef.NAMESPACE)
                        ? ref.name()
                        : "%s/%s".formatted(ref.namespace(), ref.name()));
    }

    List<String> systems(Entity entity, YamlNode list) {
        if (!list.isList() && !list.text().equals(Optional.of(""))) {
            bad.accept(list.bad("it has to be a list"));
        }
        return list.items().stream()
                .flatMap(item -> system(entity, item).stream())
                .toList();
    }

    void leaveOut(YamlNode node, String reason) {
        leaveOut(node, node.text().orElse(""), reason);
    }

    private Optional<String> system(Entity entity, YamlNode item) {
        return read(entity, item, "component").flatMap(ref -> {
            Optional<String> found = ref.isDepartment() ? Optional.empty() : keys.key(ref);
            if (found.isEmpty()) {
                leaveOut(item, ref.toString(), "‘%s’ depends on it, and it is no system here".formatted(entity.ref()));
            }
            return found;
        });
    }

    private Optional<EntityRef> read(Entity entity, YamlNode node, String kind) {
        Optional<EntityRef> ref = node.text()
                .filter(text -> !text.isEmpty())
                .flatMap(text -> EntityRef.of(text, kind, entity.ref().namespace()));
        if (ref.isEmpty() && !node.text().equals(Optional.of(""))) {
            node.text()
                    .ifPresentOrElse(
                            text -> leaveOut(node, "it names no entity: kind:namespace/name"),
                            () -> bad.accept(node.bad("it has to name one entry")));
        }
        return ref;
    }

    private void leaveOut(YamlNode node, String about, String reason) {
        leftOut.accept(new LeftOut(node.line(), about, reason));
    }
}
