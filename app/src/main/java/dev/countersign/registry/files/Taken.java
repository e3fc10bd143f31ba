package dev.countersign.registry.files;

import dev.countersign.registry.CatalogueEntity;

/** An entity of a file under a key that it does not itself have as its whole identity. */
public record Taken(int line, String entity, boolean department, String key) {

    public CatalogueEntity origin() {
        return new CatalogueEntity(entity, department, key);
    }
}
