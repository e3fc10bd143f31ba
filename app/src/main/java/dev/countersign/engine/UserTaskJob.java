package dev.countersign.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A user-task job as Camunda hands it out, read from its headers and variables. */
record UserTaskJob(
        long key,
        long instance,
        String subject,
        int run,
        String process,
        String element,
        String item,
        String form,
        List<String> groups,
        Optional<Instant> due) {}
