package dev.countersign.policy;

import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Refusal.Attempt;
import java.util.Collection;
import java.util.List;

/** Which changes an addendum covers: those that touch at least one system of it. */
public sealed interface Scope {

    int WIDEST_TIER = 4;
    int MOST_MEMBERS = 500;

    /** Whether a change to these systems is covered. */
    boolean covers(Collection<Touched> systems);

    /** As people say it after "changes to". */
    String words();

    /** Systems of this tier or a more critical one. */
    record Tier(int widest) implements Scope {

        public Tier {
            if (widest < 1 || widest > WIDEST_TIER) {
                throw invalid().because("there is no tier %d", widest).instead("Choose tier 1 to 4.");
            }
        }

        @Override
        public boolean covers(Collection<Touched> systems) {
            return systems.stream().anyMatch(system -> system.tier() <= widest);
        }

        @Override
        public String words() {
            return widest == 1 ? "Tier-1 systems" : "systems of tiers 1 to %d".formatted(widest);
        }
    }

    /** Systems that one of these departments answers for. */
    record Departments(List<String> keys) implements Scope {

        public Departments {
            keys = members(keys, "department");
        }

        @Override
        public boolean covers(Collection<Touched> systems) {
            return systems.stream().anyMatch(system -> keys.contains(system.department()));
        }

        @Override
        public String words() {
            return "systems of " + String.join(", ", keys);
        }
    }

    /** Exactly these systems. */
    record Systems(List<String> keys) implements Scope {

        public Systems {
            keys = members(keys, "system");
        }

        @Override
        public boolean covers(Collection<Touched> systems) {
            return systems.stream().anyMatch(system -> keys.contains(system.system()));
        }

        @Override
        public String words() {
            return keys.size() <= 3 ? String.join(", ", keys) : "%d named systems".formatted(keys.size());
        }
    }

    private static List<String> members(List<String> keys, String what) {
        List<String> members = keys.stream().distinct().sorted().toList();
        if (members.isEmpty() || members.size() > MOST_MEMBERS) {
            throw invalid()
                    .because("it covers %d %ss", members.size(), what)
                    .instead("Choose 1 to %d of them.", MOST_MEMBERS);
        }
        return members;
    }

    private static Attempt invalid() {
        return Refusal.invalid("policy.invalid-scope").cannot("propose this addendum");
    }
}
