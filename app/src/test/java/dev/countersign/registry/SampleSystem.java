package dev.countersign.registry;

import dev.countersign.identity.PersonId;
import java.util.List;

/** A system as somebody would describe it, and its variations. */
public final class SampleSystem {

    private SampleSystem() {}

    public static SystemFacts named(String key) {
        return new SystemFacts(
                key,
                "System " + key,
                "Made for a test.",
                "checkout",
                "Checkout 1",
                new PersonId("jonas"),
                List.of("storefront/" + key),
                List.of(Environment.PRODUCTION),
                true,
                false,
                DataClass.INTERNAL,
                List.of("cart-api"),
                2);
    }

    public static SystemFacts renamed(SystemFacts system, String name) {
        return new SystemFacts(
                system.key(),
                name,
                system.description(),
                system.department(),
                system.team(),
                system.owner(),
                system.repositories(),
                system.environments(),
                system.consumerFacing(),
                system.controlPlane(),
                system.dataClass(),
                system.dependencies(),
                system.declaredTier());
    }

    static SystemFacts builtFrom(SystemFacts system, String... repositories) {
        return new SystemFacts(
                system.key(),
                system.name(),
                system.description(),
                system.department(),
                system.team(),
                system.owner(),
                List.of(repositories),
                system.environments(),
                system.consumerFacing(),
                system.controlPlane(),
                system.dataClass(),
                system.dependencies(),
                system.declaredTier());
    }

    /** The same of that tier, and built from nothing but this. */
    public static SystemFacts ofTier(SystemFacts system, int tier, String... origins) {
        return new SystemFacts(
                system.key(),
                system.name(),
                system.description(),
                system.department(),
                system.team(),
                system.owner(),
                List.of(origins),
                system.environments(),
                false,
                system.controlPlane(),
                system.dataClass(),
                system.dependencies(),
                tier);
    }

    public static Catalogue only(SystemFacts... systems) {
        return new Catalogue(List.of(), List.of(systems));
    }
}
