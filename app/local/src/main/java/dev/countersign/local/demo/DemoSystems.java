package dev.countersign.local.demo;

import dev.countersign.identity.PersonId;
import dev.countersign.registry.Catalogue;
import dev.countersign.registry.DataClass;
import dev.countersign.registry.Environment;
import dev.countersign.registry.SystemFacts;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes up 335 systems that two incidents make critical, and 200 others; the same each time, for the seed is fixed. */
final class DemoSystems {

    private static final long SEED = 335;
    private static final int DEPARTMENTS = DemoDepartment.ALL.size();
    private static final int WITHOUT_LAST_CONSOLE = 5;

    private static final Set<String> CONTROL_PLANE = Set.of(
            "edge-router",
            "name-resolution",
            "certificate",
            "traffic-shift",
            "feature-flag",
            "secret",
            "configuration",
            "deployment");

    private final Random random = new Random(SEED);

    /** What a thing is made of; the first three can stop customers' orders. */
    private enum Part {
        API("API", "Answers other systems' questions about %s."),
        STORE("store", "Keeps the data of %s."),
        EVENTS("events", "Tells other systems what happens to %s."),
        WORKER("worker", "Does the slow work of %s in the background."),
        CONSOLE("console", "Lets staff look into %s.");

        private final String label;
        private final String description;

        Part(String label, String description) {
            this.label = label;
            this.description = description;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Catalogue catalogue() {
        DemoSystems systems = new DemoSystems();
        return new Catalogue(
                DemoDepartment.ALL.stream().map(DemoDepartment::department).toList(),
                IntStream.range(0, DEPARTMENTS).boxed().flatMap(systems::of).toList());
    }

    private Stream<SystemFacts> of(int number) {
        DemoDepartment department = DemoDepartment.ALL.get(number);
        return IntStream.range(0, department.things().size())
                .boxed()
                .flatMap(thing -> Stream.of(Part.values())
                        .filter(part -> exists(number, thing, part))
                        .map(part -> system(department, number, thing, part)));
    }

    private static boolean exists(int department, int thing, Part part) {
        boolean last = thing == DemoDepartment.ALL.get(department).things().size() - 1;
        return part != Part.CONSOLE || !last || department < DEPARTMENTS - WITHOUT_LAST_CONSOLE;
    }

    private SystemFacts system(DemoDepartment department, int number, int thing, Part part) {
        String word = department.things().get(thing);
        int tier = tier(number, thing, part);
        return new SystemFacts(
                key(word, part),
                name(word, part),
                part.description.formatted(word.replace('-', ' ')),
                department.key(),
                "%s %d".formatted(department.name(), thing % 3 + 1),
                new PersonId(department
                        .owners()
                        .get(random.nextInt(department.owners().size()))),
                List.of(repository(department, word, part)),
                part == Part.CONSOLE ? List.of(Environment.PRODUCTION) : List.of(Environment.values()),
                tier == 1 || part == Part.WORKER && thing == 1,
                part == Part.API && CONTROL_PLANE.contains(word),
                dataClass(department, part),
                DemoDependencies.of(word, part.word()),
                tier);
    }

    /** API, store and events of a thing are released as one; what else there is has a repository of its own. */
    private static String repository(DemoDepartment department, String word, Part part) {
        String name = department.organisation() + "/" + word;
        return switch (part) {
            case API, STORE, EVENTS -> name;
            case WORKER, CONSOLE -> name + "-" + part.word();
        };
    }

    private static DataClass dataClass(DemoDepartment department, Part part) {
        return switch (part) {
            case STORE ->
                department.organisation().equals("payments-and-risk") ? DataClass.RESTRICTED : DataClass.CONFIDENTIAL;
            case CONSOLE -> DataClass.CONFIDENTIAL;
            case API, EVENTS, WORKER -> DataClass.INTERNAL;
        };
    }

    /** Each department's first worker is critical as well, but for the last department's: that makes 335. */
    private static int tier(int department, int thing, Part part) {
        return switch (part) {
            case API, STORE, EVENTS -> 1;
            case WORKER -> thing == 0 && department < DEPARTMENTS - 1 ? 1 : 2;
            case CONSOLE -> 3;
        };
    }

    private static String key(String word, Part part) {
        return word + "-" + part.word();
    }

    private static String name(String word, Part part) {
        String words = word.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + " " + part.label;
    }
}
