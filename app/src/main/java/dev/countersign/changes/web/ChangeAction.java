package dev.countersign.changes.web;

import java.util.Locale;

/** What an author can do with a submitted change on a page of its own. */
enum ChangeAction {
    WITHDRAWAL("withdraw-change", "Withdraw", "Withdraw it", "bad", "It is withdrawn. Its tasks are closed."),
    EXECUTION(
            "report-execution",
            "Report the execution of",
            "Report it",
            "primary",
            "Execution is reported; the bake time runs."),
    OUTCOME(
            "record-outcome",
            "Record the outcome of",
            "Record it",
            "primary",
            "The outcome is recorded and the change is closed.");

    private final String form;
    private final String title;
    private final String button;
    private final String tone;
    private final String done;

    ChangeAction(String form, String title, String button, String tone, String done) {
        this.form = form;
        this.title = title;
        this.button = button;
        this.tone = tone;
        this.done = done;
    }

    /** By the last part of its address. */
    static ChangeAction of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String form() {
        return form;
    }

    public String title() {
        return title;
    }

    public String button() {
        return button;
    }

    public String tone() {
        return tone;
    }

    String done() {
        return done;
    }
}
