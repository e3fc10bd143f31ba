package dev.countersign.local.demo;

import dev.countersign.identity.PersonId;
import dev.countersign.registry.Catalogue;
import dev.countersign.registry.Catalogue.Listing;
import dev.countersign.registry.ProductionSystem;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes up 335 Tier-1 systems and 200 others; the same ones each time, for the seed is fixed. */
final class DemoSystems {

    private static final long SEED = 335;
    private static final int DEPARTMENTS = DemoDepartment.ALL.size();
    private static final int WITHOUT_LAST_CONSOLE = 5;

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
    }

    static Catalogue catalogue() {
        DemoSystems systems = new DemoSystems();
        return new Catalogue(
                DemoDepartment.ALL.stream().map(DemoDepartment::department).toList(),
                IntStream.range(0, DEPARTMENTS).boxed().flatMap(systems::of).toList());
    }

    private Stream<Listing> of(int number) {
        DemoDepartment department = DemoDepartment.ALL.get(number);
        return IntStream.range(0, department.things().size())
                .boxed()
                .flatMap(thing -> Stream.of(Part.values())
                        .filter(part -> exists(number, thing, part))
                        .map(part -> listing(department, number, thing, part)));
    }

    private static boolean exists(int department, int thing, Part part) {
        boolean last = thing == DemoDepartment.ALL.get(department).things().size() - 1;
        return part != Part.CONSOLE || !last || department < DEPARTMENTS - WITHOUT_LAST_CONSOLE;
    }

    private Listing listing(DemoDepartment department, int number, int thing, Part part) {
        String word = department.things().get(thing);
        String owner =
                department.owners().get(random.nextInt(department.owners().size()));
        ProductionSystem system = new ProductionSystem(
                word + "-" + part.name().toLowerCase(Locale.ROOT),
                name(word, part),
                part.description.formatted(word.replace('-', ' ')),
                tier(number, thing, part),
                department.key(),
                new PersonId(owner));
        return new Listing(system, List.of(department.organisation() + "/" + word));
    }

    /** Each department's first worker is critical as well, but for the last department's: that makes 335. */
    private static int tier(int department, int thing, Part part) {
        return switch (part) {
            case API, STORE, EVENTS -> 1;
            case WORKER -> thing == 0 && department < DEPARTMENTS - 1 ? 1 : 2;
            case CONSOLE -> 3;
        };
    }

    private static String name(String word, Part part) {
        String words = word.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + " " + part.label;
    }
}
