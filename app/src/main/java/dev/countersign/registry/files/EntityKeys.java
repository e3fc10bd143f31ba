package dev.countersign.registry.files;

import dev.countersign.registry.CatalogueEntity;
import dev.countersign.spelling.CatalogueKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which entity of a catalogue is which system or department here. Our keys know no kind, no namespace and fewer
 * characters; so two entities could mean one key, and then nobody guesses.
 */
final class EntityKeys {

    /** One key has room for one of these. */
    private record Place(boolean department, String key) {}

    private final House house;
    private final Map<String, CatalogueEntity> origins;
    private final Map<Place, CatalogueEntity> byPlace;
    private final Consumer<BadRow> bad;
    private final Consumer<LeftOut> leftOut;
    private final Map<EntityRef, String> keys = new HashMap<>();
    private final Map<EntityRef, Entity> entities = new HashMap<>();
    private final Map<Place, Entity> taken = new HashMap<>();

    EntityKeys(House house, Consumer<BadRow> bad, Consumer<LeftOut> leftOut) {
        this.house = house;
        this.origins = house.origins().stream().collect(Collectors.toMap(CatalogueEntity::entity, Function.identity()));
        this.byPlace = house.origins().stream()
                .collect(Collectors.toMap(origin -> new Place(origin.department(), origin.key()), Function.identity()));
        this.bad = bad;
        this.leftOut = leftOut;
    }

    /** Those that say their key, or are known, come first; then those that are the same here and there. */
    void take(List<Entity> all) {
        all.forEach(entity -> entities.put(entity.ref(), entity));
        all.stream().sorted(Comparator.comparingInt(this::rank)).forEach(this::take);
    }

    Optional<String> key(Entity entity) {
        return Optional.ofNullable(keys.get(entity.ref()));
    }

    /** What a reference means here: in this file, or in the registry. */
    Optional<String> key(EntityRef ref) {
        if (entities.containsKey(ref)) {
            return Optional.ofNullable(keys.get(ref));
        }
        CatalogueEntity origin = origins.get(ref.toString());
        if (origin != null) {
            return Optional.of(origin.key());
        }
        Place place = new Place(ref.isDepartment(), ref.key());
        return ref.isPlain() && house.has(place.department(), place.key()) && !byPlace.containsKey(place)
                ? Optional.of(place.key())
                : Optional.empty();
    }

    private int rank(Entity entity) {
        if (isSettled(entity)) {
            return 0;
        }
        if (entity.ref().isPlain()) {
            return 1;
        }
        return switch (entity.ref().kind()) {
            case "component", "group" -> 2;
            case "system" -> 3;
            default -> 4;
        };
    }

    private boolean isSettled(Entity entity) {
        return entity.ours("key").isPresent()
                || origins.containsKey(entity.ref().toString());
    }

    private void take(Entity entity) {
        EntityRef ref = entity.ref();
        Place place = new Place(
                ref.isDepartment(),
                entity.ours("key")
                        .map(CatalogueKey::orTyped)
                        .or(() ->
                                Optional.ofNullable(origins.get(ref.toString())).map(CatalogueEntity::key))
                        .orElseGet(ref::key));
        Entity before = taken.get(place);
        if (before != null && !before.ref().equals(ref)) {
            refuse(entity, place, "what line %d describes".formatted(before.line()));
        } else if (!isSettled(entity) && isAnothers(ref, place)) {
            refuse(entity, place, "what is registered");
        } else {
            taken.put(place, entity);
            keys.put(ref, place.key());
        }
    }

    private boolean isAnothers(EntityRef ref, Place place) {
        return ref.isPlain() ? byPlace.containsKey(place) : house.has(place.department(), place.key());
    }

    /** A kind or namespace that we lack tells two things apart; two spellings may be one thing. */
    private void refuse(Entity entity, Place place, String holder) {
        if (isSettled(entity) || !entity.ref().isSpelledAsKey()) {
            bad.accept(entity.document()
                    .bad(
                            place.key(),
                            "‘%s’ would be called ‘%s’ here, as is %s; say with countersign.dev/key which one it is"
                                    .formatted(entity.ref(), place.key(), holder)));
        } else {
            leftOut.accept(new LeftOut(
                    entity.line(),
                    entity.ref().toString(),
                    "it is another entity than %s as ‘%s’; to bring it in, give it a key with countersign.dev/key"
                            .formatted(holder, place.key())));
        }
    }
}
