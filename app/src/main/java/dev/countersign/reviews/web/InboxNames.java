package dev.countersign.reviews.web;

import dev.countersign.changes.Change;
import dev.countersign.identity.People;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.Systems;
import dev.countersign.reviews.Nudge;
import dev.countersign.reviews.Waiting.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people and systems on a page of the inbox, asked for at once. */
record InboxNames(Function<PersonId, String> people, Map<String, ProductionSystem> systems) {

    static InboxNames of(List<Decision> decisions, People people, Systems systems) {
        Set<PersonId> ids =
                decisions.stream().flatMap(InboxNames::named).collect(Collectors.toCollection(HashSet::new));
        Set<String> keys = decisions.stream()
                .flatMap(decision -> decision.seat().change().systems().stream())
                .collect(Collectors.toSet());
        return new InboxNames(
                people.names(ids),
                systems.named(keys).stream().collect(Collectors.toMap(ProductionSystem::key, Function.identity())));
    }

    private static Stream<PersonId> named(Decision decision) {
        Stream<PersonId> why = decision.toDecide() instanceof Denied(var refusal)
                ? refusal.people().stream().map(PersonId::recorded)
                : Stream.empty();
        Stream<PersonId> absent =
                decision.delegation().stream().flatMap(given -> Stream.of(given.delegator(), given.delegate()));
        Stream<PersonId> there = Stream.of(
                        Optional.of(decision.seat().change().author()),
                        decision.holder(),
                        decision.nudge().flatMap(Nudge::by))
                .flatMap(Optional::stream);
        return Stream.of(why, absent, there).flatMap(one -> one);
    }

    /** Of the most critical system that it touches. */
    @Nullable
    Integer tier(Change change) {
        return known(change).map(ProductionSystem::tier).min(Integer::compare).orElse(null);
    }

    String systems(Change change) {
        return change.systems().stream()
                .map(key -> Optional.ofNullable(systems.get(key))
                        .map(ProductionSystem::name)
                        .orElse(key))
                .collect(Collectors.joining(", "));
    }

    private Stream<ProductionSystem> known(Change change) {
        return change.systems().stream().flatMap(key -> Optional.ofNullable(systems.get(key)).stream());
    }
}
