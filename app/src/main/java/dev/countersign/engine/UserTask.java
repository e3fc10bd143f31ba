package dev.countersign.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * A piece of human work that the plan asks for. The row is the inbox's; whether somebody may do it, and what it
 * means, is decided by the module that owns the subject.
 *
 * @param id the inbox's own number, which outlives a lost broker
 * @param subject the change or addendum it is about
 * @param item which one of several parallel tasks of the element it is, such as a review slot; empty if single
 * @param group the candidate groups on the diagram, comma-separated; empty if it is the author's
 */
public record UserTask(
        long id,
        String subject,
        String process,
        String element,
        String item,
        String form,
        String group,
        Instant openedAt,
        Optional<Instant> due) {}
