package dev.countersign.registry.web;

import dev.countersign.forms.Answer;
import dev.countersign.forms.Answers;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.DataClass;
import dev.countersign.registry.Department;
import dev.countersign.registry.Environment;
import dev.countersign.registry.SystemFacts;
import dev.countersign.spelling.Several;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The forms of systems and departments, to and from what they describe. */
final class SystemSheet {

    static final String FORM = "describe-system";
    static final String DEPARTMENT_FORM = "describe-department";

    private SystemSheet() {}

    /** With a mark that the key stands fast. */
    static Answers of(SystemFacts system) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("registered", new Answer.Truth(true));
        answers.put("key", new Answer.Text(system.key()));
        answers.put("name", new Answer.Text(system.name()));
        put(answers, "description", system.description());
        put(answers, "repositories", String.join("\n", system.repositories()));
        answers.put(
                "environments",
                new Answer.Chosen(
                        system.environments().stream().map(Environment::word).toList()));
        answers.put("department", new Answer.Text(system.department()));
        put(answers, "team", system.team());
        answers.put("owner", new Answer.Text(system.owner().value()));
        answers.put("consumerFacing", new Answer.Truth(system.consumerFacing()));
        answers.put("controlPlane", new Answer.Truth(system.controlPlane()));
        answers.put("dataClass", new Answer.Text(system.dataClass().word()));
        answers.put("declaredTier", new Answer.Text(Integer.toString(system.declaredTier())));
        answers.put("dependencies", new Answer.Chosen(system.dependencies()));
        return new Answers(answers);
    }

    static SystemFacts system(Answers said) {
        return new SystemFacts(
                said.text("key"),
                said.text("name"),
                said.text("description"),
                said.text("department"),
                said.text("team"),
                PersonId.recorded(said.text("owner")),
                Several.of(said.text("repositories")),
                said.chosen("environments").stream()
                        .map(word -> Environment.valueOf(word.toUpperCase(Locale.ROOT)))
                        .toList(),
                said.truth("consumerFacing"),
                said.truth("controlPlane"),
                DataClass.valueOf(said.text("dataClass").toUpperCase(Locale.ROOT)),
                said.chosen("dependencies"),
                Integer.parseInt(said.text("declaredTier")));
    }

    static Answers of(Department department) {
        return new Answers(Map.of(
                "registered", new Answer.Truth(true),
                "key", new Answer.Text(department.key()),
                "name", new Answer.Text(department.name()),
                "organisation", new Answer.Text(department.organisation()),
                "director", new Answer.Text(department.director().value()),
                "vp", new Answer.Text(department.vp().value())));
    }

    static Department department(Answers said) {
        return new Department(
                said.text("key"),
                said.text("name"),
                said.text("organisation"),
                PersonId.recorded(said.text("director")),
                PersonId.recorded(said.text("vp")));
    }

    private static void put(Map<String, Answer> answers, String key, String text) {
        if (!text.isEmpty()) {
            answers.put(key, new Answer.Text(text));
        }
    }
}
