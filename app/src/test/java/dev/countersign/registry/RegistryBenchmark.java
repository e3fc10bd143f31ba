package dev.countersign.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Personas;
import dev.countersign.local.OnRealStack;
import dev.countersign.registry.files.Choices;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What 5,000 systems cost from a file to facts, and to read afterwards: `mvn verify -Pbenchmark`. It prints, it asserts no times. */
@OnRealStack
class RegistryBenchmark {

    private static final int SYSTEMS = 5_000;
    private static final PrintStream OUT = System.out;

    @Autowired
    Imports imports;

    @Autowired
    Proposals proposals;

    @Autowired
    Systems systems;

    @Autowired
    Dependencies dependencies;

    @Autowired
    TierFollowUp followUp;

    @Test
    void importsFiveThousandSystems() {
        OUT.printf(
                "Machine: %d processors, Java %s; test and PostgreSQL share it.%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version());
        byte[] file = file("Bench").getBytes(UTF_8);
        Rehearsal rehearsal = timed(
                "look through %d rows".formatted(SYSTEMS), () -> imports.rehearse(file, Choices.NONE, Personas.JONAS));
        assertThat(rehearsal.added()).isEqualTo(SYSTEMS);
        Proposal proposal = timed("propose them", () -> imports.propose(rehearsal.id(), "", Personas.JONAS));
        timed("approve and adopt them", () -> proposals.decide(proposal.id(), Personas.ELENA, true, ""));
        Rehearsal again =
                timed("look through the same again", () -> imports.rehearse(file, Choices.NONE, Personas.JONAS));
        assertThat(again.unchanged()).isEqualTo(SYSTEMS);
        Rehearsal changed = timed(
                "look through as many changed",
                () -> imports.rehearse(file("Other").getBytes(UTF_8), Choices.NONE, Personas.JONAS));
        assertThat(changed.changed()).isEqualTo(SYSTEMS);
        timed(
                "read one page of the list",
                () -> systems.matching(
                        SystemFilter.of("", Set.of(2), Set.of(), Set.of(), true, false),
                        Optional.of(new SystemCursor(2, "bench-2500")),
                        40));
        timed("work out a blast radius", () -> dependencies.of("bench-0"));
        timed("follow up on all tiers", () -> {
            followUp.follow();
            return true;
        });
    }

    /** Each depends on one before it, so that the first has a long tail. */
    private static String file(String name) {
        return "key,name,description,department,team,owner,repositories,environments,consumer_facing,control_plane,data_class,dependencies,declared_tier\n"
                + IntStream.range(0, SYSTEMS)
                        .mapToObj(i ->
                                "bench-%1$d,%2$s %1$d,Made for a benchmark.,checkout,Checkout 1,jonas,storefront/bench-%1$d,production staging,yes,no,internal,%3$s,2"
                                        .formatted(i, name, i == 0 ? "" : "bench-" + i / 2))
                        .collect(Collectors.joining("\n"));
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        OUT.printf(Locale.ROOT, "%-32s %8.0f ms%n", what, (System.nanoTime() - start) / 1e6);
        return result;
    }
}
