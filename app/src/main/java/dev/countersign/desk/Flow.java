package dev.countersign.desk;

/** An arrow of a diagram; from a task to the event on its border there is one without an id. */
record Flow(String id, String from, String to) {}
