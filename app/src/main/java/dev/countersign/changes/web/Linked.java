package dev.countersign.changes.web;

import org.jspecify.annotations.Nullable;

/** Words that may lead to where the thing itself is. */
record Linked(String words, @Nullable String address) {}
