package dev.countersign.policy.web;

import dev.countersign.forms.Answers;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Option;
import dev.countersign.identity.sheets.Sheet;
import dev.countersign.moments.MomentWords;
import dev.countersign.policy.Proposal;
import dev.countersign.policy.Scope;
import dev.countersign.registry.Systems;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The form on which a VP proposes an addendum, with the registry's departments and systems to choose from. */
@Component
class AddendumSheet {

    private final Systems systems;

    AddendumSheet(Systems systems) {
        this.systems = systems;
    }

    Sheet blank() {
        return Sheet.on("policy/propose", "propose-addendum")
                .offering(offers())
                .placing("policy.start-out-of-range", "startsOn")
                .placing("policy.invalid-scope", "scope");
    }

    static Proposal proposal(Answers answers) {
        return new Proposal(
                answers.text("title"),
                answers.text("reason"),
                amount(answers, "durationDays"),
                scope(answers),
                start(answers));
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
