package dev.countersign.forms;

import java.util.List;

/** A form as somebody sent it, read and checked. */
public final class Reading {

    private final FormSchema schema;
    private final Typed typed;
    private final Offers offers;
    private final Wish wish;
    private final Check check;
    private final String focus;
    private final List<Part.Question> searched;

    Reading(
            FormSchema schema,
            Typed typed,
            Offers offers,
            Wish wish,
            Check check,
            String focus,
            List<Part.Question> searched) {
        this.schema = schema;
        this.typed = typed;
        this.offers = offers;
        this.wish = wish;
        this.check = check;
        this.focus = focus;
        this.searched = searched;
    }

    public Wish wish() {
        return wish;
    }

    /** What can be made of it; all of it only if there are no problems. */
    public Answers answers() {
        return check.answers();
    }

    /**
     * What stands in the way of the wish: for a draft only what cannot be read, for an edit nothing yet but what was
     * looked for in vain.
     */
    public List<Problem> problems() {
        return switch (wish) {
            case SEND -> check.problems();
            case DRAFT -> check.unreadable();
            case EDIT -> notFound();
        };
    }

    private List<Problem> notFound() {
        return check.unreadable().stream()
                .filter(problem ->
                        searched.stream().anyMatch(question -> question.key().equals(problem.name())))
                .toList();
    }

    public boolean isFine() {
        return problems().isEmpty();
    }

    /** Whether the form has to be shown again: it is still being filled in, or something has to be put right. */
    public boolean isUnfinished() {
        return wish == Wish.EDIT || !isFine();
    }

    /** The HTTP status with which it is shown again: 200 to go on, 422 if it was meant to be done. */
    public int status() {
        return wish == Wish.EDIT ? 200 : 422;
    }

    /** The form as it was typed, with its problems, to be shown again. */
    public FormView view() {
        return view(problems());
    }

    /** The same with problems that only the caller could see; name the field by its key. */
    public FormView view(List<Problem> problems) {
        return new Presenter(schema, typed, offers, check, problems, focus).view(wish != Wish.EDIT);
    }
}
