package dev.countersign.reviews.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.DocumentField;
import dev.countersign.identity.Person;
import dev.countersign.reviews.ReviewThread;
import dev.countersign.reviews.Talk;
import dev.countersign.reviews.Threads;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The threads of a change as a page of their own, as a page of one of them, and as a part beside a field. */
@Component
class ThreadPage {

    private static final int PAGE = 50;

    private final Changes changes;
    private final Threads threads;
    private final ThreadSheet sheet;
    private final ThreadMargin margin;

    ThreadPage(Changes changes, Threads threads, ThreadSheet sheet, ThreadMargin margin) {
        this.changes = changes;
        this.threads = threads;
        this.sheet = sheet;
        this.margin = margin;
    }

    /** All of them, or those about a field, from the one after. */
    String some(String id, Person reader, Optional<DocumentField> field, int after, Typed typed, Model model) {
        show(id, reader, field, after, typed, model);
        say(typed, model);
        return "reviews/threads";
    }

    String one(String id, int number, Person reader, Typed typed, Model model) {
        Change change = changes.get(new ChangeId(id));
        Talk talk = threads.about(change, reader);
        put(change, talk, List.of(talk.get(number)), typed, model);
        model.addAttribute("number", number);
        say(typed, model);
        return "reviews/thread";
    }

    /** What htmx puts beside a field, and what else the page says of threads. */
    String beside(String id, Person reader, Optional<DocumentField> field, Typed typed, Model model) {
        show(id, reader, field, 0, typed, model);
        Change change = changes.get(new ChangeId(id));
        model.addAttribute("inline", true);
        model.addAttribute("margin", margin.beside(change, reader));
        return "reviews/talk :: slot";
    }

    /** The same beside the field that a thread is about. */
    String beside(String id, Person reader, Typed typed, Model model) {
        ReviewThread thread =
                threads.about(changes.get(new ChangeId(id)), reader).get(typed.thread());
        return beside(id, reader, thread.field(), typed, model);
    }

    private void show(String id, Person reader, Optional<DocumentField> field, int after, Typed typed, Model model) {
        Change change = changes.get(new ChangeId(id));
        Talk talk = threads.about(change, reader);
        List<ReviewThread> some = talk.threads().stream()
                .filter(thread -> field.isEmpty() || thread.field().equals(field))
                .filter(thread -> thread.number() > after)
                .toList();
        List<ReviewThread> page = some.subList(0, Math.min(PAGE, some.size()));
        put(change, talk, page, typed, model);
        field.ifPresent(one -> model.addAttribute("field", one));
        model.addAttribute("fields", DocumentField.values());
        if (page.size() < some.size()) {
            model.addAttribute("next", next(id, field, page.getLast().number()));
        }
    }

    /** On a page of its own a refusal stands where every page has it. */
    private static void say(Typed typed, Model model) {
        if (typed.problem() != null) {
            model.addAttribute("refused", typed.problem());
        }
    }

    private void put(Change change, Talk talk, List<ReviewThread> some, Typed typed, Model model) {
        model.addAttribute("change", change);
        model.addAttribute("sheet", sheet.of(change, talk, some));
        model.addAttribute("typed", typed);
        model.addAttribute("inline", false);
    }

    private static String next(String id, Optional<DocumentField> field, int after) {
        String path = "/reviews/threads/%s?after=%d".formatted(id, after);
        return field.map(one -> path + "&field=" + one.key()).orElse(path);
    }
}
