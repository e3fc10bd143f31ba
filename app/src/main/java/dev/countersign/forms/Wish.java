package dev.countersign.forms;

/** What the person wanted when they sent the form. */
public enum Wish {
    /** Submit it: every rule counts. */
    SEND,
    /** Keep it for later: it only has to be readable. */
    DRAFT,
    /** Not finished: a row was added or removed, or an answer changed what is asked. Show the form again. */
    EDIT
}
