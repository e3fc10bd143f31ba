package dev.countersign.engine;

/** The plan asks people for something; published in the transaction that wrote the task to the inbox. */
public record TaskOpened(UserTask task) {}
