package dev.countersign.registry;

/**
 * Which entity of a Backstage catalogue a system or department was made of, where its key alone does not say so.
 *
 * @param entity in Backstage's one form, such as `resource:default/orders-db`
 * @param key of the system or department here
 */
public record CatalogueEntity(String entity, boolean department, String key) {}
