package dev.countersign.registry.web;

import dev.countersign.identity.PersonId;
import dev.countersign.registry.DataClass;
import dev.countersign.registry.Department;
import dev.countersign.registry.Environment;
import dev.countersign.registry.SystemFacts;
import dev.countersign.registry.TierStanding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A system as programs read it.
 *
 * @param tier the one that counts now
 * @param director of its department
 * @param vp above its department
 */
@Schema(description = "A system with the tier that counts now, and who answers for it")
record SystemAnswer(
        String key,
        String name,
        String description,
        int tier,
        int declaredTier,
        String department,
        String team,
        @Schema(type = "string") PersonId owner,
        @Schema(type = "string") PersonId director,
        @Schema(type = "string") PersonId vp,
        List<String> repositories,

        @Schema(
                type = "array",
                allowableValues = {"production", "staging"})
        List<Environment> environments,

        boolean consumerFacing,
        boolean controlPlane,

        @Schema(
                type = "string",
                allowableValues = {"public", "internal", "confidential", "restricted"})
        DataClass dataClass,

        List<String> dependencies) {

    static SystemAnswer of(SystemFacts system, Department department, TierStanding standing) {
        return new SystemAnswer(
                system.key(),
                system.name(),
                system.description(),
                standing.tier(),
                system.declaredTier(),
                system.department(),
                system.team(),
                system.owner(),
                department.director(),
                department.vp(),
                system.repositories(),
                system.environments(),
                system.consumerFacing(),
                system.controlPlane(),
                system.dataClass(),
                system.dependencies());
    }
}
