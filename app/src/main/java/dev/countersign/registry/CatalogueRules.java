package dev.countersign.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a description of a system or department has to keep to. */
final class CatalogueRules {

    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** Pages of their own stand at these addresses. */
    private static final Set<String> TAKEN =
            Set.of("new", "organisation", "departments", "proposals", "incidents", "imports", "export");

    private final Known known;

    CatalogueRules(Known known) {
        this.known = known;
    }

    List<Flaw> flaws(Department department) {
        Flaws flaws = new Flaws(true, department.key());
        flaws.key(department.key());
        flaws.text("name", department.name(), 1, 120);
        flaws.text("organisation", department.organisation(), 1, 64);
        flaws.known("director", department.director().value(), known.people(), "nobody of that name is known");
        flaws.known("vp", department.vp().value(), known.people(), "nobody of that name is known");
        flaws.unless(
                !department.director().equals(department.vp()), "vp", "the director and the VP have to be two people");
        return flaws.found;
    }

    List<Flaw> flaws(SystemFacts system) {
        Flaws flaws = new Flaws(false, system.key());
        flaws.key(system.key());
        flaws.text("name", system.name(), 1, 120);
        flaws.text("description", system.description(), 0, 1000);
        flaws.text("team", system.team(), 0, 120);
        flaws.known("department", system.department(), known.departments(), "there is no such department");
        flaws.known("owner", system.owner().value(), known.people(), "nobody of that name is known");
        flaws.unless(!system.environments().isEmpty(), "environments", "it has to run somewhere");
        flaws.unless(system.declaredTier() >= 1 && system.declaredTier() <= 4, "declaredTier", "it has to be 1 to 4");
        flaws.unless(system.repositories().size() <= 50, "repositories", "there can be 50 at most");
        system.repositories()
                .forEach(name -> flaws.unless(
                        Origin.of(name).isPresent(),
                        "repositories",
                        "‘%s’ has to be %s".formatted(Systems.brief(name), Origin.SPELLING)));
        flaws.unless(system.dependencies().size() <= 200, "dependencies", "there can be 200 at most");
        system.dependencies().forEach(upstream -> {
            flaws.known("dependencies", upstream, known.systems(), "there is no such system");
            flaws.unless(!upstream.equals(system.key()), "dependencies", "it cannot depend on itself");
        });
        return flaws.found;
    }

    private static final class Flaws {

        private final boolean department;
        private final String of;
        private final List<Flaw> found = new ArrayList<>();

        Flaws(boolean department, String of) {
            this.department = department;
            this.of = of;
        }

        void unless(boolean holds, String field, String words) {
            if (!holds) {
                found.add(new Flaw(department, of, field, words));
            }
        }

        void key(String key) {
            unless(
                    KEY.matcher(key).matches() && key.length() <= 64,
                    "key",
                    "‘%s’ is not made of small letters, digits and single hyphens".formatted(Systems.brief(key)));
            unless(!TAKEN.contains(key), "key", "‘%s’ is the address of another page".formatted(key));
        }

        void text(String field, String text, int shortest, int longest) {
            unless(!text.isBlank() || shortest == 0, field, "it is empty");
            unless(
                    text.length() <= longest,
                    field,
                    "it has %d characters and can have %d".formatted(text.length(), longest));
        }

        void known(String field, String name, Set<String> names, String otherwise) {
            unless(names.contains(name), field, "‘%s’: %s".formatted(Systems.brief(name), otherwise));
        }
    }
}
