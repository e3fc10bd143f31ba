package dev.countersign.policy;

import java.util.List;

/** A policy that was in force at some time: the base and the addenda on top of it. */
public record PolicyVersion(String id, List<String> addenda) {}
