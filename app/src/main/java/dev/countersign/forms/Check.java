package dev.countersign.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Goes through a form once: keeps the answers to what is asked and notes what is wrong with them. */
final class Check {

    private final FormSchema schema;
    private final Typed typed;
    private final Interpreter interpreter;
    private final Answers known;
    private final Answers all;
    private final List<Problem> unreadable = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final LinkedHashMap<String, Answer> kept = new LinkedHashMap<>();
    private final Answers answers;

    Check(FormSchema schema, Typed typed, Offers offers, Answers known) {
        this.schema = schema;
        this.typed = typed;
        this.interpreter = new Interpreter(typed, offers);
        this.known = known;
        this.all = everything();
        schema.parts().forEach(this::check);
        this.answers = known.byKey().isEmpty() ? new Answers(kept) : withoutNeedlessChange(offers);
    }

    Answers answers() {
        return answers;
    }

    private Answers withoutNeedlessChange(Offers offers) {
        var shown = new Check(schema, Stored.typed(schema, known), offers, Answers.NONE).answers();
        return new Answers(new Untouched(known, shown).within(kept, schema.keys()));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    List<Problem> unreadable() {
        return List.copyOf(unreadable);
    }

    Answers known() {
        return known;
    }

    boolean isHidden(Part part) {
        return part.hide().holds(all);
    }

    boolean isHidden(Part.Question question, Part.Repeated list, int index) {
        return question.hide().holds(inRow(list, index));
    }

    boolean isDemanded(Part.Question question) {
        return question.demanded().holds(all);
    }

    boolean isReadonly(Part.Question question) {
        return question.readonly().holds(all);
    }

    private Answers everything() {
        var everything = new LinkedHashMap<String, Answer>(known.byKey());
        schema.questions().forEach(question -> {
            var answer = interpreter.meaning(question, question.key()).answer();
            if (answer == null) {
                everything.remove(question.key());
            } else {
                everything.put(question.key(), answer);
            }
        });
        return new Answers(everything);
    }

    private Answers inRow(Part.Repeated list, int index) {
        var row = new LinkedHashMap<>(all.byKey());
        list.questions().forEach(question -> {
            var answer = interpreter
                    .meaning(question, Naming.inRow(list.path(), index, question.key()))
                    .answer();
            if (answer != null) {
                row.put(question.key(), answer);
            }
        });
        return new Answers(row);
    }

    private void check(Part part) {
        if (isHidden(part)) {
            return;
        }
        switch (part) {
            case Part.Section section -> section.parts().forEach(this::check);
            case Part.Repeated list -> kept.put(list.path(), new Answer.Rows(rows(list)));
            case Part.Question question -> {
                if (isReadonly(question)) {
                    keepKnown(question);
                } else {
                    answer(question, question.key(), "", kept);
                }
            }
        }
    }

    private void keepKnown(Part.Question question) {
        var answer = known.byKey().get(question.key());
        if (answer != null) {
            kept.put(question.key(), answer);
        }
    }

    private List<Answers> rows(Part.Repeated list) {
        var rows = new ArrayList<Answers>();
        for (int index = 0; index < typed.rows(list.path()); index++) {
            var row = new LinkedHashMap<String, Answer>();
            for (var question : list.questions()) {
                if (!isHidden(question, list, index)) {
                    var place = "%s %d: ".formatted(list.one(), index + 1);
                    answer(question, Naming.inRow(list.path(), index, question.key()), place, row);
                }
            }
            if (!row.isEmpty()) {
                rows.add(new Answers(row));
            }
        }
        return rows;
    }

    private void answer(Part.Question question, String name, String place, LinkedHashMap<String, Answer> into) {
        var meaning = spelled(question, interpreter.meaning(question, name));
        if (meaning.problem() != null) {
            var problem = Problem.at(name, place + meaning.problem());
            unreadable.add(problem);
            problems.add(problem);
            return;
        }
        if (meaning.answer() != null) {
            into.put(question.key(), meaning.answer());
        }
        question.rules()
                .objection(question.label(), question.kind(), meaning.answer())
                .ifPresent(words -> problems.add(Problem.at(name, place + words)));
    }

    private static Interpreter.Meaning spelled(Part.Question question, Interpreter.Meaning meaning) {
        return meaning.answer() instanceof Answer.Text(var text)
                ? Interpreter.Meaning.of(new Answer.Text(
                        question.spelling().map(spelling -> spelling.of(text)).orElse(text)))
                : meaning;
    }
}
