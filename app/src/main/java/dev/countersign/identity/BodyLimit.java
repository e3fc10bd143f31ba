package dev.countersign.identity;

/**
 * A route that takes larger bodies than others, files among them. A module that has one is asked by a bean of this type.
 *
 * @param path the route itself, with nothing below it
 * @param bytes the largest body
 */
public record BodyLimit(String path, int bytes) {}
