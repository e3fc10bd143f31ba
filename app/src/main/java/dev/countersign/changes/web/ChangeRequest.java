package dev.countersign.changes.web;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeDocument.AiInvolvement;
import dev.countersign.changes.ChangeDocument.AiSource;
import dev.countersign.changes.ChangeDocument.BlastRadius;
import dev.countersign.changes.ChangeDocument.Environment;
import dev.countersign.changes.ChangeDocument.Kind;
import dev.countersign.changes.ChangeDocument.Step;
import dev.countersign.changes.DocumentField;
import dev.countersign.forms.Answer;
import dev.countersign.forms.Answers;
import dev.countersign.identity.PersonId;
import dev.countersign.spelling.Several;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the document out of the checked answers to `forms/change-request.form`. */
final class ChangeRequest {

    static final String FORM = "change-request";

    private static final Map<DocumentField, String> LEAST = Map.of(
            DocumentField.KIND, "code",
            DocumentField.ENVIRONMENT, "production",
            DocumentField.BLAST_RADIUS, "one-host",
            DocumentField.AI_INVOLVEMENT, "none");

    private ChangeRequest() {}

    static ChangeDocument document(Answers answers) {
        return new ChangeDocument(
                answers.text("title").strip(),
                answers.chosen("systems"),
                word(Kind.class, answers.text("kind")),
                word(Environment.class, answers.text("environment")),
                answers.text("repository").strip(),
                Several.of(answers.text("commits")),
                answers.text("digest").strip(),
                answers.text("links").strip(),
                answers.text("why"),
                answers.rows("steps").stream().map(ChangeRequest::step).toList(),
                word(BlastRadius.class, answers.text("blastRadius")),
                answers.text("waves"),
                answers.truth("controlPlane"),
                answers.truth("dataMutation"),
                answers.text("restoreProof"),
                answers.text("rollbackHow"),
                number(answers, "rollbackMinutes"),
                answers.day("rollbackRehearsedOn").orElse(null),
                answers.text("alarms"),
                number(answers, "bakeMinutes"),
                answers.moment("windowStart").orElse(null),
                answers.moment("windowEnd").orElse(null),
                word(AiInvolvement.class, answers.text("aiInvolvement")),
                answers.text("aiTool"),
                answers.rows("aiSources").stream().map(ChangeRequest::source).toList(),
                operator(answers),
                answers.chosen("coAuthors").stream().map(PersonId::recorded).toList());
    }

    /** Of answers that are still being given: what is not chosen yet counts as what the policy minds least. */
    static ChangeDocument soFar(Answers answers) {
        Map<String, Answer> whole = new LinkedHashMap<>(answers.byKey());
        LEAST.forEach((field, value) -> whole.putIfAbsent(field.key(), new Answer.Text(value)));
        return document(new Answers(whole));
    }

    /** Those that count so. */
    static List<DocumentField> open(Answers answers) {
        return LEAST.keySet().stream()
                .filter(field -> !answers.byKey().containsKey(field.key()))
                .sorted()
                .toList();
    }

    private static @Nullable PersonId operator(Answers answers) {
        String operator = answers.text("operator");
        return operator.isBlank() ? null : PersonId.recorded(operator);
    }

    private static Step step(Answers row) {
        return new Step(row.text("action"), row.text("validation"), row.text("undo"));
    }

    private static AiSource source(Answers row) {
        return new AiSource(row.text("name"), row.day("updatedOn").orElse(null));
    }

    private static @Nullable Integer number(Answers answers, String key) {
        return answers.amount(key).map(BigDecimal::intValue).orElse(null);
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
