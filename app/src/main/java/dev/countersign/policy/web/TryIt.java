package dev.countersign.policy.web;

import dev.countersign.identity.PersonId;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.Explanation;
import dev.countersign.policy.Explanation.Reason;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Touched;
import dev.countersign.policy.TypedRule;
import dev.countersign.policy.TypedTable;
import dev.countersign.registry.Department;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.SystemFilter;
import dev.countersign.registry.Systems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what the policy in force would demand of a change that nobody wrote, by the code that judges real ones. */
@Component
class TryIt {

    /** What the browser offers while a system is typed: the most critical ones. */
    private static final int OFFERED = 200;

    /** As many as one reads to find the one that was meant. */
    private static final int ALIKE = 8;

    /**
     * The form, and the answer to it.
     *
     * @param alike the systems that may have been meant, if it is not clear which one was
     * @param answer null as long as no system is known
     */
    record Tried(
            String system,
            List<Question> questions,
            List<ProductionSystem> offered,
            List<ProductionSystem> alike,
            @Nullable Answer answer) {}

    /** What would be demanded of a change of that system, and which addenda cover it. */
    record Answer(
            ProductionSystem system, List<Line> lines, List<Addendum> addenda, String version, List<String> cheaper) {}

    /** A demand, and the one person who can meet it; empty if there is more than one, or none. */
    record Line(String demand, String by, List<Source> sources) {}

    /**
     * A clause that asks for it.
     *
     * @param words in which situation it does
     * @param added whether only because an addendum covers the change
     */
    record Source(String clause, String words, boolean added) {}

    private final Policies policies;
    private final Addenda addenda;
    private final Systems systems;
    private final LeaderNames names;

    TryIt(Policies policies, Addenda addenda, Systems systems, LeaderNames names) {
        this.policies = policies;
        this.addenda = addenda;
        this.systems = systems;
        this.names = names;
    }

    Tried on(SupposedChange supposed, String version) {
        TypedTable table = policies.table(version);
        List<ProductionSystem> meant = meant(supposed.system());
        return new Tried(
                supposed.system(),
                SupposedChange.asked(table.looksAt()).stream()
                        .map(fact -> Question.of(fact, supposed.fact(fact)))
                        .toList(),
                systems.matching(SystemFilter.ALL, Optional.empty(), OFFERED),
                meant.size() == 1 ? List.of() : meant.stream().limit(ALIKE).toList(),
                meant.size() == 1 ? answer(supposed, meant.getFirst(), version, table) : null);
    }

    /** By its key, else by its whole name, else by a part of either. */
    private List<ProductionSystem> meant(String typed) {
        if (typed.isEmpty()) {
            return List.of();
        }
        Optional<ProductionSystem> exact = systems.find(typed);
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        List<ProductionSystem> called = systems.named(systems.called(typed));
        List<ProductionSystem> namesake = called.stream()
                .filter(system -> system.name().equalsIgnoreCase(typed))
                .toList();
        return namesake.size() == 1 ? namesake : called;
    }

    private Answer answer(SupposedChange supposed, ProductionSystem system, String version, TypedTable table) {
        List<Touched> touched = List.of(new Touched(system.key(), system.department(), system.tier()));
        Explanation why = policies.explain(version, supposed.of(system), touched);
        Map<String, TypedRule> rules =
                table.rules().stream().collect(Collectors.toMap(TypedRule::id, Function.identity()));
        Department department = systems.department(system.department());
        Function<PersonId, String> name = names.of(List.of(department.director(), department.vp()));
        return new Answer(
                system,
                why.reasons().stream()
                        .map(reason -> new Line(reason.demand(), by(reason, department, name), sources(reason, rules)))
                        .toList(),
                addenda.inForce().stream()
                        .filter(addendum -> addendum.scope().covers(touched))
                        .toList(),
                version,
                why.cheaper());
    }

    private static String by(Reason reason, Department department, Function<PersonId, String> name) {
        return switch (reason.about()) {
            case DIRECTOR_SIGN_OFF -> name.apply(department.director());
            case VP_APPROVAL -> name.apply(department.vp());
            case REVIEWS, SECOND_KEY, BLOCKING_CHECKS, BAKE_MINUTES, APPROVAL_HOURS, WINDOW_HOURS -> "";
        };
    }

    private static List<Source> sources(Reason reason, Map<String, TypedRule> rules) {
        return reason.sources().stream()
                .map(source -> rules.get(source.clause()))
                .map(rule -> new Source(rule.id(), rule.situation(), rule.isAddedByAddenda()))
                .toList();
    }
}
