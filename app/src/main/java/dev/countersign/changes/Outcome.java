package dev.countersign.changes;

/** How an executed change turned out after its bake time. */
public enum Outcome {
    SUCCESSFUL,
    ROLLED_BACK
}
