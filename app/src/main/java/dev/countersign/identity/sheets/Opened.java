package dev.countersign.identity.sheets;

import dev.countersign.forms.Forms;
import dev.countersign.identity.Salvaged;
import org.springframework.ui.Model;

/** Somebody opens a page with a form. A controller takes it as an argument of its GET method. */
public final class Opened {

    private final Forms forms;
    private final Salvaged salvaged;
    private final Model model;

    public Opened(Forms forms, Salvaged salvaged, Model model) {
        this.forms = forms;
        this.salvaged = salvaged;
        this.model = model;
    }

    /** Blank, filled with what is known, or as they had typed it before their session ended. */
    public String show(Sheet sheet) {
        return sheet.page().with(sheet.shown(forms, salvaged.fields()), model);
    }

    /** Whether they come back with something that they had typed. */
    public boolean isTyped() {
        return !salvaged.isEmpty();
    }

    /** Whether that answers the question of this key: of several forms on a page it tells which one it was. */
    public boolean isTyped(String question) {
        return salvaged.fields().containsKey(question);
    }
}
