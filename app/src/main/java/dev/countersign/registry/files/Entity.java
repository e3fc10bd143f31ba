package dev.countersign.registry.files;

import java.util.Optional;

/** One document of a Backstage catalogue that can be a system or a department. */
record Entity(YamlNode document, EntityRef ref) {

    static final String OURS = "countersign.dev/";

    static Entity of(YamlNode document, String kind) {
        String namespace = document.says("metadata", "namespace");
        return new Entity(
                document,
                new EntityRef(
                        kind,
                        namespace.isEmpty() ? EntityRef.NAMESPACE : namespace,
                        document.says("metadata", "name")));
    }

    Taken as(String key) {
        return new Taken(line(), ref.toString(), ref.isDepartment(), key);
    }

    Optional<YamlNode> annotation(String name) {
        return document.at("metadata", "annotations", name);
    }

    /** What an annotation of ours says; empty if there is none, or nothing in it. */
    Optional<String> ours(String name) {
        return annotation(OURS + name).flatMap(YamlNode::text).filter(text -> !text.isEmpty());
    }

    int line() {
        return document.line();
    }
}
