package dev.countersign.engine;

import java.time.Duration;

/** What the house wants Camunda to know, after the fact, in the order in which it happened to one subject. */
public sealed interface Command {

    /** The change or addendum it is about; commands of one subject are sent in order. */
    String subject();

    /** Starts a process; the first worker sorts out a start that arrived twice. */
    record StartProcess(String subject, String process, Record variables) implements Command {}

    /** Completes the user task with that id in the inbox. */
    record CompleteTask(String subject, long task, Record variables) implements Command {}

    /** Publishes a message; the correlation is unique to one wait. */
    record PublishMessage(String subject, String name, String correlation, Duration timeToLive, Record variables)
            implements Command {}

    /** Ends an instance whose run no longer counts. */
    record CancelInstance(String subject, long instance) implements Command {}
}
