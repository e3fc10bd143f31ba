package dev.countersign.registry.web;

import dev.countersign.registry.ProductionSystem;
import io.swagger.v3.oas.annotations.media.Schema;

/** A system in a list, as programs read it. */
@Schema(description = "A system in a list")
record ListedSystem(
        String key,
        String name,
        @Schema(description = "the one that counts now") int tier,
        String department,
        String owner) {

    static ListedSystem of(ProductionSystem system) {
        return new ListedSystem(
                system.key(),
                system.name(),
                system.tier(),
                system.department(),
                system.owner().value());
    }
}
