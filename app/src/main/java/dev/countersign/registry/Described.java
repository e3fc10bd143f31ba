package dev.countersign.registry;

import java.util.List;

/** Something that two people describe: a system, a department, an incident. */
public sealed interface Described permits SystemFacts, Department, Incident {

    /** What it is called wherever it is referred to. */
    String key();

    /** What people call it. */
    String name();

    /** All that is said of it, in the order in which a page shows it. */
    List<Line> lines();
}
