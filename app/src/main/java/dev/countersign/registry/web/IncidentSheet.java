package dev.countersign.registry.web;

import dev.countersign.forms.Answer;
import dev.countersign.forms.Answers;
import dev.countersign.registry.AiRelated;
import dev.countersign.registry.Incident;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The form of an incident, to and from what it tells. */
final class IncidentSheet {

    static final String FORM = "report-incident";

    private IncidentSheet() {}

    /** Of one that is reported from the page of a system. */
    static Answers about(String system) {
        return new Answers(Map.of(
                "systems", new Answer.Chosen(List.of(system)),
                "lostOrders", new Answer.Amount(BigDecimal.ZERO),
                "errors", new Answer.Amount(BigDecimal.ZERO),
                "cause", new Answer.Text("unknown")));
    }

    static Answers of(Incident incident) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("title", new Answer.Text(incident.title()));
        answers.put("startedAt", new Answer.Moment(incident.startedAt()));
        if (incident.endedAt() != null) {
            answers.put("endedAt", new Answer.Moment(incident.endedAt()));
        }
        answers.put("severity", new Answer.Text(Integer.toString(incident.severity())));
        answers.put("systems", new Answer.Chosen(incident.systems()));
        answers.put("lostOrders", new Answer.Amount(BigDecimal.valueOf(incident.lostOrders())));
        answers.put("errors", new Answer.Amount(BigDecimal.valueOf(incident.errors())));
        answers.put("errorsHitOrders", new Answer.Truth(incident.errorsHitOrders()));
        if (incident.unwindMinutes() != null) {
            answers.put("unwindMinutes", new Answer.Amount(BigDecimal.valueOf(incident.unwindMinutes())));
        }
        answers.put("cause", new Answer.Text(cause(incident)));
        if (!incident.change().isEmpty()) {
            answers.put("change", new Answer.Text(incident.change()));
        }
        answers.put("aiRelated", new Answer.Text(incident.aiRelated().word()));
        if (!incident.lessons().isEmpty()) {
            answers.put("lessons", new Answer.Text(incident.lessons()));
        }
        return new Answers(answers);
    }

    static Incident incident(String id, Answers said) {
        return new Incident(
                id,
                said.text("title"),
                said.moment("startedAt").orElseThrow(),
                said.moment("endedAt").orElse(null),
                Integer.parseInt(said.text("severity")),
                said.chosen("systems"),
                said.amount("lostOrders").map(BigDecimal::longValue).orElse(0L),
                said.amount("errors").map(BigDecimal::longValue).orElse(0L),
                said.truth("errorsHitOrders"),
                said.amount("unwindMinutes").map(BigDecimal::intValue).orElse(null),
                said.text("change"),
                said.text("cause").equals("no-record"),
                AiRelated.valueOf(said.text("aiRelated").toUpperCase(Locale.ROOT)),
                said.text("lessons"));
    }

    private static String cause(Incident incident) {
        if (incident.noRecord()) {
            return "no-record";
        }
        return incident.change().isEmpty() ? "unknown" : "change";
    }
}
