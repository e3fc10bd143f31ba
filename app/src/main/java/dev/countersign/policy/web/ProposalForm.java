package dev.countersign.policy.web;

import dev.countersign.forms.Answers;
import dev.countersign.forms.FormSchema;
import dev.countersign.forms.FormView;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Option;
import dev.countersign.forms.Reading;
import dev.countersign.identity.Salvaged;
import dev.countersign.moments.MomentWords;
import dev.countersign.policy.Proposal;
import dev.countersign.policy.Scope;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.Systems;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The form on which a VP proposes an addendum, with the registry's departments and systems to choose from. */
@Component
class ProposalForm {

    private static final String FORM = "propose-addendum";

    private final Forms forms;
    private final Systems systems;

    ProposalForm(Forms forms, Systems systems) {
        this.forms = forms;
        this.systems = systems;
    }

    FormView shown(Salvaged salvaged) {
        return schema().shown(salvaged.fields(), offers());
    }

    Reading read(MultiValueMap<String, String> typed) {
        return schema().read(typed, offers());
    }

    Proposal proposal(Answers answers) {
        return new Proposal(
                answers.text("title"),
                answers.text("reason"),
                amount(answers, "durationDays"),
                scope(answers),
                start(answers));
    }

    /** What is wrong with a day or a scope is said at its question. */
    FormView refused(Reading sent, Refusal refusal) {
        String question = refusal.code().equals("policy.start-out-of-range")
                ? "startsOn"
                : refusal.code().equals("policy.invalid-scope") ? "scope" : "title";
        return sent.view(List.of(sent.problem(question, refusal.wayOut())));
    }

    private static Scope scope(Answers answers) {
        return switch (answers.text("scope")) {
            case "departments" -> new Scope.Departments(answers.chosen("departments"));
            case "systems" -> new Scope.Systems(answers.chosen("systems"));
            default -> new Scope.Tier(amount(answers, "tier"));
        };
    }

    private static int amount(Answers answers, String key) {
        return answers.amount(key).map(BigDecimal::intValue).orElse(0);
    }

    /** The first moment of the day where the leader lives. */
    private static Optional<Instant> start(Answers answers) {
        return answers.day("startsOn").map(MomentWords.forReader()::startOf);
    }

    private FormSchema schema() {
        return forms.get(FORM);
    }

    private Offers offers() {
        List<Option> departments = systems.departments().stream()
                .map(department -> new Option(department.key(), department.name()))
                .toList();
        List<Option> all = systems.choices().stream()
                .map(choice -> new Option(choice.value(), choice.label()))
                .toList();
        return Offers.of("departments", departments).and("registeredSystems", all);
    }
}
